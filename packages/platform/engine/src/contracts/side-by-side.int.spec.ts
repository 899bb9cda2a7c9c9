import { createPool } from '@waybill/db';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstRelease, today, transfersTable } from '../fixtures/transfers.ts';
import { createEngine, type Engine, type Module, UNKNOWN } from '../index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let pool: pg.Pool;
let oldCode: Engine;
let newCode: Engine;
const engineOf = (module: Module, worker: string): Engine =>
  createEngine({ pool, store: createEventStore(pool), modules: [module], masterKey: Buffer.alloc(32, 7), worker });

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(transfersTable);
  await owner.end();
  oldCode = engineOf(firstRelease, 'old');
  newCode = engineOf(today, 'new');
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = (engine: Engine, accountId: string, channel: string) =>
  engine.execute({ type: 'Send', data: { accountId, amount: 1, channel }, actor: ana });
const drain = (engine: Engine) => Promise.all(engine.consumers.map((consumer) => consumer.drain(50)));
const settle = async (...engines: Engine[]) => {
  for (let quiet = 0; quiet < 2; ) {
    const drained = (await Promise.all(engines.map(drain))).flat();
    quiet = drained.some(({ handled, caughtUp }) => handled > 0 || !caughtUp) ? 0 : quiet + 1;
  }
};
const rowOf = async (accountId: string) =>
  (await pool.query('select sent::int, entries from bank.transfers where account_id = $1', [accountId])).rows[0];
const versionsIn = async (accountId: string) => {
  const { rows } = await pool.query<{ schema_version: number }>(
    'select schema_version from es.events where stream_id = $1 order by version',
    [`transfers-${accountId}`],
  );
  return rows.map(({ schema_version }) => schema_version);
};

it('the release before and this one write and read the same streams at once, without an error in either', async () => {
  const accounts = Array.from({ length: 6 }, newId);
  const sending = accounts.flatMap((id) =>
    Array.from({ length: 10 }, (_, index) => send(index % 2 ? newCode : oldCode, id, 'app')),
  );
  const outcomes = Promise.all(sending);
  await settle(oldCode, newCode);
  expect((await outcomes).map(({ status }) => status)).toEqual(sending.map(() => 'accepted'));
  await settle(oldCode, newCode);

  for (const id of accounts) {
    expect((await versionsIn(id)).toSorted()).toEqual([...Array(5).fill(1), ...Array(5).fill(3)]);
    expect(await rowOf(id)).toEqual({ sent: 10, entries: 10 });
    const seenByOld = (await oldCode.history(`transfers-${id}`)).map(({ data }) => data);
    expect(seenByOld).toEqual(Array(10).fill({ amount: 1 }));
    const seenByNew = (await newCode.history(`transfers-${id}`)).map(({ schemaVersion, data }) => [
      schemaVersion,
      data,
    ]);
    for (const [schemaVersion, data] of seenByNew)
      expect(data).toEqual(
        schemaVersion === 1
          ? { amount: 1, channel: UNKNOWN, note: UNKNOWN }
          : { amount: 1, channel: 'app', note: 'rent' },
      );
  }
});

it('the new release refuses to decide on what the old one did not record', async () => {
  const id = newId();
  await send(oldCode, id, 'app');
  const repeat = () => newCode.execute({ type: 'Repeat', data: { accountId: id }, actor: ana });
  expect(await repeat()).toMatchObject({
    status: 'rejected',
    refusal: { code: 'InformationNotRecorded', details: { event: 'MoneySent', field: 'channel' } },
  });
  await send(newCode, id, 'app');
  expect(await repeat()).toMatchObject({ status: 'accepted' });
});

/** As a release after this one would write it, if it broke the rule that older code can read what is new. */
const appendFromTheFuture = (accountId: string, type: string) =>
  createEventStore(pool).append({
    command: {
      commandId: newId(),
      type: 'Send',
      streamId: `transfers-${accountId}`,
      payload: {},
      requestHash: '00',
      actor: ana,
      correlationId: newId(),
      causationId: null,
    },
    streams: [
      {
        streamId: `transfers-${accountId}`,
        category: 'transfers',
        expected: 'ANY',
        events: [{ type, schemaVersion: 4, data: { amount: 'two' } }],
      },
    ],
  });

it('an event that cannot be read yet waits, and is not decided on', async () => {
  const [id, other] = [newId(), newId()];
  await settle(oldCode, newCode);
  await appendFromTheFuture(other, 'SomethingElse');
  await send(newCode, id, 'app');
  await settle(newCode);
  expect(await rowOf(id), 'an unknown type holds up nobody who does not want it').toEqual({ sent: 1, entries: 1 });
  expect(await newCode.history(`transfers-${other}`)).toMatchObject([{ type: 'SomethingElse' }]);
  await expect(send(newCode, other, 'app')).rejects.toThrow(
    /SomethingElse v4 .* does not know this event.*: update the process/,
  );

  await appendFromTheFuture(id, 'MoneySent');
  const before = await pool.query(`select position from es.checkpoints where consumer = 'bank.transfers'`);
  const fresh = engineOf(today, 'fresh');
  await expect(send(fresh, id, 'app')).rejects.toThrow(/MoneySent v4 at position \d+ cannot be read/);
  await expect(drain(newCode)).rejects.toThrow(expect.objectContaining({ name: 'EventFromTheFuture' }));
  expect(await pool.query(`select position from es.checkpoints where consumer = 'bank.transfers'`)).toMatchObject({
    rows: before.rows,
  });
  const { rows: left } = await pool.query(
    `select owned_until < now() as free from es.checkpoints where consumer = 'bank.transfers'`,
  );
  expect(left, 'the turn is free for newer code at once').toEqual([{ free: true }]);
  const { rows: parked } = await pool.query(`select from es.dead_letters where consumer = 'bank.transfers'`);
  expect(parked).toEqual([]);
});
