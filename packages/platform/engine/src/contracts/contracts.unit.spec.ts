import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@waybill/event-store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { account, transferEvents as events, transferCommands } from '../fixtures/transfers.ts';
import { defineEvents, type EventDefinition, event, isUnknown, orUnknown, personal, UNKNOWN } from '../index.ts';
import { recorded, specOf } from '../testing/index.ts';
import { type Golden, keepGolden, readGolden } from './golden.ts';
import { goldenFaults, readAs } from './golden-faults.ts';
import { compareContracts, publishContracts } from './published.ts';
import { asOfVersion } from './versions.ts';

const { MoneySent } = events;
const stored = (schemaVersion: number, data: object, type = 'MoneySent'): RecordedEvent => ({
  ...recorded('a-1', { type, data }),
  schemaVersion,
});
const golden = (schemaVersion: number, data: object): Golden => {
  const { id: _, ...event } = recorded('a-1', { type: 'MoneySent', data: { ...data } });
  return { event: { ...event, schemaVersion, data: { ...data } }, keys: [] };
};
const v1 = golden(1, { amount: 5 });
const v2 = golden(2, { amount: 5, channel: 'app' });
const v3 = golden(3, { amount: 5, channel: 'app', note: 'rent' });
const dataOf = async (definition: EventDefinition = MoneySent, of = v1) => (await readAs(definition, of)).data;

describe('an event of an older version', () => {
  it('is lifted step by step; what it did not record is said to be unknown', async () => {
    expect(await dataOf(MoneySent, v1)).toEqual({ amount: 5, channel: UNKNOWN, note: UNKNOWN });
    expect(await dataOf(MoneySent, v2)).toEqual({ amount: 5, channel: 'app', note: UNKNOWN });
    expect(await dataOf(MoneySent, v3)).toEqual({ amount: 5, channel: 'app', note: 'rent' });
  });

  it('that never was is a fault of the store', async () => {
    await expect(dataOf(MoneySent, golden(0, { amount: 5 }))).rejects.toThrow('MoneySent has no version 0');
  });
});

describe('an event of a newer version', () => {
  it('is read by what is known: the rest is left out', async () => {
    expect(await dataOf(asOfVersion(MoneySent, 1), v3)).toEqual({ amount: 5 });
    expect(await dataOf(asOfVersion(MoneySent, 2), v3)).toEqual({ amount: 5, channel: 'app' });
  });

  it('that does not fit is from the future, for whoever asks what it says', async () => {
    const read = await readAs(MoneySent, golden(4, { amount: 'five' }));
    expect([read.type, read.schemaVersion]).toEqual(['MoneySent', 4]);
    expect(() => read.data).toThrow(
      /MoneySent v4 at position 1 cannot be read .* knows v3 \(amount: .*update the process/,
    );
    expect(() => read.data).toThrow(expect.objectContaining({ name: 'EventFromTheFuture', schemaVersion: 4 }));
  });
});

describe('a decision', () => {
  const account1 = specOf(account, expect);
  const sent = (channel: 'app' | typeof UNKNOWN) =>
    ({ type: 'MoneySent', data: { amount: 5, channel, note: 'rent' } }) as const;

  it('goes on where what it needs was recorded', () => {
    account1.given(sent('app')).when(transferCommands.Repeat, { accountId: 'a-1' }).then(sent('app'));
  });

  it('is refused where an event of its time did not record it, and says what to do', () => {
    const refused = account1.given(sent(UNKNOWN)).when(transferCommands.Repeat, { accountId: 'a-1' });
    refused.thenRefused('InformationNotRecorded', {
      event: 'MoneySent',
      field: 'channel',
      advice: 'Send the money anew, and name the channel.',
    });
    expect(refused.decision).toMatchObject({
      refusal: {
        message:
          'This cannot be decided: when MoneySent was recorded, nobody wrote down its channel. Send the money anew, and name the channel.',
      },
    });
  });
});

it('tells what is unknown from what is not', () => {
  expect([UNKNOWN, { unknown: true }, null, 'x', {}].map(isUnknown)).toEqual([true, true, false, false, false]);
  expect(orUnknown(z.string()).parse({ unknown: true })).toEqual(UNKNOWN);
});

describe('published schemas', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contracts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const compare = (definitions = [MoneySent]) => compareContracts(folder, Object.values(definitions));
  const publish = () => publishContracts(folder, compare());

  it('are one file per version, written once', () => {
    expect(publish()).toEqual(['MoneySent.v1.json', 'MoneySent.v2.json', 'MoneySent.v3.json']);
    expect(publish()).toEqual([]);
    expect(compare().broken).toEqual([]);
  });

  it('say what is personal', () => {
    const owner = { subject: 'id', purpose: 'contact' } as const;
    const { Named } = defineEvents({
      Named: event(1, z.object({ id: z.string(), name: personal(z.string()) }), owner),
    });
    expect(compareContracts(folder, [Named]).unpublished.get('Named.v1.json')).toMatchObject({
      'x-personal': owner,
      properties: { name: { 'x-personal': true } },
    });
  });

  it('that were changed, or taken away, are named with what to do', () => {
    publish();
    const changed = defineEvents({
      MoneySent: event(1, z.object({ amount: z.string() })).next(z.object({ amount: z.string() }), (old) => old),
    });
    expect(compareContracts(folder, [changed.MoneySent]).broken).toEqual([
      expect.stringMatching(/^MoneySent v1 is not what .*MoneySent.v1.json says. A published version never changes/),
      expect.stringMatching(/^MoneySent v2 is not what/),
      'The code does not know MoneySent v3 any more, and stores hold events of it: put its schema and its upcaster back.',
    ]);
  });
});

describe('golden events', () => {
  it('of every version load, in the newest code and in the code before it', async () => {
    expect(await goldenFaults([MoneySent], [v1, v2, v3])).toEqual([]);
  });

  it('that are missing, or not known any more, are named with what to do', async () => {
    expect(await goldenFaults([MoneySent], [v1, v3])).toEqual([
      expect.stringMatching(/^MoneySent v2 has no golden file: let it happen/),
    ]);
    expect(await goldenFaults([asOfVersion(MoneySent, 2)], [v1, v2, v3])).toEqual([
      'There are events of MoneySent v3, and the code knows v2: put its schema and its upcaster back.',
    ]);
    expect(await goldenFaults([], [v1])).toHaveLength(1);
  });

  it('that older code could not read ask for an event of another name', async () => {
    const { MoneySent: renamed } = defineEvents({
      MoneySent: event(1, z.object({ amount: z.number() })).next(z.object({ pence: z.number() }), ({ amount }) => ({
        pence: amount,
      })),
    });
    expect(await goldenFaults([renamed], [v1, golden(2, { pence: 5 })])).toEqual([
      expect.stringMatching(/^Code that knows MoneySent v1 cannot read v2 .* an event of another name/),
    ]);
  });

  it('that an upcaster makes nothing valid of are named', async () => {
    const { MoneySent: wrong } = defineEvents({
      MoneySent: event(1, z.object({ amount: z.number() })).next(
        z.object({ amount: z.number(), channel: z.string().min(1) }),
        ({ amount }) => ({ amount, channel: '' }),
      ),
    });
    expect(await goldenFaults([wrong], [v1, v2])).toEqual([
      expect.stringMatching(/^The golden MoneySent v1 does not become a v2 \(channel: .*mend its upcasters/),
    ]);
  });

  it('are kept as they were, each in a file of its name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-'));
    const event = stored(2, { amount: 5, channel: 'app' });
    expect([keepGolden(folder, event, []), keepGolden(folder, { ...event, data: {} }, [])]).toEqual([true, false]);
    expect(readdirSync(folder)).toEqual(['MoneySent.v2.json']);
    expect(readGolden(folder)).toMatchObject([{ event: { data: { amount: 5 }, occurredAt: event.occurredAt } }]);
    writeFileSync(join(folder, 'Other.v1.json'), JSON.stringify({ event, keys: [] }));
    expect(() => readGolden(folder)).toThrow('a golden file is named after its event');
    rmSync(folder, { recursive: true });
    expect(readGolden(folder)).toEqual([]);
  });
});
