import { derivedId } from '@waybill/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyTransfers, transferFacts } from '../fixtures/money-transfers.ts';
import { type AnyEvent, defineProcess, type Recorded } from '../index.ts';
import { recorded } from '../testing/index.ts';
import { engineEvents } from './command-refused.ts';
import { concerns, instanceOf, reactToBatch } from './react-batch.ts';
import { commandIdOf } from './store-reactions.ts';

const transfer = 'transfer-1';
const [ana, ben] = ['ana', 'ben'];

let events = 0;
const at = (streamId: string, event: AnyEvent): Recorded => {
  events += 1;
  const id = streamId.slice(streamId.indexOf('-') + 1);
  return recorded(id, event, { streamId, eventId: derivedId('event', events), position: events });
};
const requested = at(`transfer-${transfer}`, {
  type: transferFacts.TransferRequested.type,
  data: { from: ana, to: ben, amount: 5 },
});
const taken = at('account-ana', { type: transferFacts.MoneyTaken.type, data: { transferId: transfer } });
const given = at('account-ben', { type: transferFacts.MoneyGiven.type, data: { transferId: transfer } });
const returned = at('account-ana', { type: transferFacts.MoneyReturned.type, data: { transferId: transfer } });
const closed = at('account-ben', {
  type: engineEvents.CommandRefused.type,
  data: {
    commandId: derivedId('command'),
    command: 'GiveMoney',
    code: 'AccountClosed',
    reason: 'It is closed.',
    details: {},
    process: moneyTransfers.name,
    instance: transfer,
    inputId: taken.eventId,
    index: 0,
    attempt: 1,
  },
});
const ways: readonly (readonly Recorded[])[] = [
  [requested, taken, given],
  [requested, taken, closed, returned],
];

/** What a history comes to: the instance, and the commands by their ids. */
const endOf = (history: readonly Recorded[]) => {
  const inputs = history
    .filter((event) => concerns(moneyTransfers, event))
    .map((event) => ({ instance: instanceOf(moneyTransfers, event), input: { kind: 'event', event } as const }));
  const { instances, sent } = reactToBatch(moneyTransfers, new Map(), inputs);
  const { state, waits, refused } = instances.get(transfer) ?? { state: null, waits: {}, refused: [] };
  const { steps, ...known } = state as { steps: string[] };
  return {
    known,
    steps: [...steps].sort(),
    waits: Object.keys(waits),
    refused,
    ids: [...new Set(sent.map((one) => commandIdOf(moneyTransfers.name, one)))].sort(),
    commands: sent.map(({ message }) => JSON.stringify(message)).sort(),
  };
};

it('says when something happened, where that is not when its cause did', () => {
  const at = '2011-03-01T10:00:00.000Z';
  const late = defineProcess({
    ...moneyTransfers,
    react: (state) => ({
      state,
      commands: [
        { type: 'TakeMoney', data: {} },
        { type: 'TakeMoney', data: {}, occurredAt: at },
      ],
    }),
  });
  const { sent } = reactToBatch(late, new Map(), [{ instance: transfer, input: { kind: 'event', event: requested } }]);
  expect(sent.map(({ occurredAt }) => occurredAt)).toEqual([requested.occurredAt, new Date(at)]);
});

describe('a transfer', () => {
  it('ends: the money is given, or returned where that was refused', () => {
    expect(ways.map((way) => endOf(way)).map(({ steps, waits }) => [steps, waits])).toEqual([
      [['GiveMoney', 'TakeMoney'], []],
      [['GiveMoney', 'ReturnMoney', 'TakeMoney'], []],
    ]);
  });

  it('ends the same when it is told everything twice', () => {
    for (const way of ways) expect(endOf(way.flatMap((event) => [event, event]))).toEqual(endOf(way));
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.array(fc.nat(), { maxLength: 6 }), (way, repeats) => {
        const again = repeats.map((at) => way[at % way.length]).filter((event) => event !== undefined);
        expect(endOf([...way, ...again])).toEqual(endOf(way));
      }),
    );
  });

  it('ends the same when any two events of different streams are swapped', () => {
    for (const way of ways)
      for (const [i, one] of way.entries())
        for (const [j, other] of way.entries()) {
          if (one.streamId === other.streamId || j <= i) continue;
          const swapped = way.with(i, other).with(j, one);
          const { ids: _, ...end } = endOf(way);
          expect(endOf(swapped)).toMatchObject(end);
        }
  });
});

describe('the id of a command', () => {
  it('is derived from the process, the instance, what it answers, its number there, and the try', () => {
    const of = { instance: 'i', inputId: 'e', index: 0, attempt: 1 };
    const ids = [
      commandIdOf('p', of),
      commandIdOf('q', of),
      commandIdOf('p', { ...of, instance: 'j' }),
      commandIdOf('p', { ...of, inputId: 'f' }),
      commandIdOf('p', { ...of, index: 1 }),
      commandIdOf('p', { ...of, attempt: 2 }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(commandIdOf('p', { ...of })).toBe(derivedId('process', 'p', 'i', 'e', 0, 1));
  });
});

describe('a deadline', () => {
  it('that is no time at all is refused when the process is defined', () => {
    const define = (deadline: object) => () =>
      defineProcess({
        name: 'bank.patience',
        startFrom: 'beginning',
        events: [transferFacts.MoneyGiven],
        instance: ({ id }) => id,
        initial: {},
        waits: { ever: { for: 'ever', deadline, late: 'alarm' } },
        waiting: () => ['ever'],
        react: (state) => ({ state }),
      });
    expect(define({})).toThrow('waits for ever without a deadline');
    expect(define({ days: Number.POSITIVE_INFINITY })).toThrow('waits for ever without a deadline');
    expect(define({ days: 1 })).not.toThrow();
  });

  it('goes on counting while the wait goes on, and from anew when it begins anew', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    const told = (event: Recorded, n: number) => ({
      instance: transfer,
      input: { kind: 'event', event: { ...event, recordedAt: day(n) } } as const,
    });
    const { instances } = reactToBatch(moneyTransfers, new Map(), [told(requested, 1), told(taken, 2)]);
    expect(instances.get(transfer)?.waits.entries?.since).toBe(day(1).toISOString());
    const { instances: after } = reactToBatch(moneyTransfers, instances, [told(closed, 3)]);
    expect(after.get(transfer)?.waits).toEqual({
      return: { since: day(3).toISOString(), dueAt: '2026-01-03T00:01:00.000Z', lateAt: null },
    });
  });
});
