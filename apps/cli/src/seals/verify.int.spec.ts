import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventStore } from '@waybill/event-store';
import { sealingChore, sealKeyOf } from '@waybill/event-store/seals';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealCommand } from './seal-command.ts';
import { verifyCommand } from './verify-command.ts';

const seed = Buffer.alloc(32, 'k');
const key = sealKeyOf(seed);

let database: TestDatabase;
let admin: pg.Client;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'waybill-verify-'));
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await write(12);
  await seal();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
  rmSync(dir, { recursive: true });
});

const write = async (events: number): Promise<void> => {
  const store = createEventStore(database.pool);
  const streamId = `order-${newId()}`;
  for (let n = 0; n < events; n += 1) {
    await store.append({
      command: {
        commandId: newId(),
        type: 'PlaceOrder',
        streamId,
        payload: {},
        requestHash: 'ab',
        actor: { kind: 'user', id: 'ana', name: 'Ana' },
        correlationId: newId(),
        causationId: null,
      },
      streams: [
        { streamId, category: 'order', expected: n, events: [{ type: 'LineAdded', schemaVersion: 1, data: { n } }] },
      ],
    });
  }
};
const seal = () => {
  const store = createEventStore(database.pool);
  return sealingChore({
    pool: database.pool,
    watermark: () => store.watermark(),
    key,
    events: 5,
    seconds: 0,
  }).run();
};
const run = async (command: typeof verifyCommand, args: string[], env: NodeJS.ProcessEnv = {}) => {
  let says = '';
  const write = (text: string | Uint8Array): boolean => {
    says += String(text);
    return true;
  };
  const told = { DATABASE_URL: database.url, WAYBILL_SEAL_KEY: seed.toString('base64'), ...env };
  return { code: await command(args, told, { isTTY: false, write }), says };
};
const verify = (...args: string[]) => run(verifyCommand, args);
const lastRecorded = async () =>
  (await database.pool.query('select intact, findings_count, verified_by from es.seal_verifications order by id desc'))
    .rows[0];

/** What a superuser does past every right and trigger, and takes back after `work`. */
const whileTampered = async <T>(statements: readonly string[], work: () => Promise<T>): Promise<T> => {
  await admin.query('create table public.kept as select * from es.events');
  await admin.query('alter table es.events disable trigger append_only');
  try {
    for (const statement of statements) await admin.query(statement);
    return await work();
  } finally {
    await admin.query('delete from es.events');
    await admin.query('insert into es.events select * from public.kept');
    await admin.query('drop table public.kept');
    await admin.query('alter table es.events enable always trigger append_only');
  }
};

describe('npm run verify', () => {
  it('finds nothing in a log as it was written, says what is not sealed yet, and records it', async () => {
    await write(2);
    const { code, says } = await verify();
    expect(says).toMatch(/Looked at +12 events in 3 seals, up to position 12/);
    expect(says).toMatch(/Not sealed yet +2 events/);
    expect(code).toBe(0);
    expect(await lastRecorded()).toEqual({
      intact: true,
      findings_count: 0,
      verified_by: expect.stringMatching(/ on /),
    });
  });

  it.each([
    [
      'changing',
      [`update es.events set data = '{"n": 99}' where position = 7`],
      [/position 7: changed, LineAdded, version 7/],
    ],
    [
      'deleting',
      ['delete from es.events where position = 3'],
      [/position 3: removed; it was made by PlaceOrder on order-/],
    ],
    [
      'swapping',
      [
        'update es.events set position = 1000 where position = 2',
        'update es.events set position = 2 where position = 11',
        'update es.events set position = 11 where position = 1000',
      ],
      [/position 2: reordered.*swapped with position 11/, /position 11: reordered.*swapped with position 2/],
    ],
  ])('names what a superuser did by %s one event row', async (_what, statements, lines) => {
    const { code, says } = await whileTampered(statements, verify);
    expect(code).toBe(2);
    for (const line of lines) expect(says).toMatch(line);
    expect(says.match(/^✗/gm)).toHaveLength(lines.length);
    expect(await lastRecorded()).toMatchObject({ intact: false, findings_count: lines.length });
  });

  it('checks against a head that was exported, and a key that is known from elsewhere', async () => {
    const head = join(dir, 'head.json');
    await run(sealCommand, ['export', head]);
    const known = (await run(sealCommand, ['key'])).says.trim();
    expect((await verify('--head', head, '--key', known)).code).toBe(0);
    const stranger = sealKeyOf(Buffer.alloc(32, 'x')).publicKey.bytes.toString('base64');
    const { code, says } = await verify('--key', stranger);
    expect(code).toBe(2);
    expect(says).toMatch(/seal 1 \(positions 1 to 12\): from here on no seal is signed by a key that is known here/);
  });

  it('says that no key is known outside of the database, where none is', async () => {
    const { code, says } = await run(verifyCommand, [], { WAYBILL_SEAL_KEY: '' });
    expect([code, says]).toEqual([0, expect.stringMatching(/NOT known outside/)]);
  });

  it('refuses a head that was changed, and says where a head comes from', async () => {
    const path = join(dir, 'changed.json');
    const { says } = await run(sealCommand, ['export']);
    writeFileSync(path, says.replace('"count": 2', '"count": 3'));
    await expect(verify('--head', path)).rejects.toThrow(/Its signature does not fit.*seal -- export/);
    await expect(verify('--head', join(dir, 'none.json'))).rejects.toThrow(/cannot be used as a head/);
    await expect(verify('--heads', path)).rejects.toThrow(/Unknown option/);
  });
});

describe('npm run seal', () => {
  it('exports the proof of an event, and says why there is none', async () => {
    expect(JSON.parse((await run(sealCommand, ['proof', '7'])).says)).toMatchObject({
      position: 7,
      seal: { number: 2 },
    });
    await expect(run(sealCommand, ['proof', '14'])).rejects.toThrow(/no seal of it yet/);
    await expect(run(sealCommand, ['proof', 'seven'])).rejects.toThrow(/Give its position/);
    await expect(run(sealCommand, [])).rejects.toThrow(/Export what/);
  });
});
