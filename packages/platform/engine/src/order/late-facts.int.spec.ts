import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trackerOf, tracking } from '../fixtures/tracker.ts';
import { createEngine, type Engine, type LateFact, type Remedy } from '../index.ts';

const tracker = trackerOf();
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute));
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A process of its own, with what it was told of late facts. */
const start = (remedy?: Remedy) => {
  const { pool } = database;
  const told: LateFact[] = [];
  const engine = createEngine({
    pool,
    store: createEventStore(pool),
    modules: [tracking(tracker)],
    masterKey: Buffer.alloc(32, 7),
    onLateFact: (fact) => void told.push(fact),
    ...(remedy ? { remedy } : {}),
  });
  return { engine, told };
};
const send = (engine: Engine, trackerId: string) =>
  engine.execute({ type: 'Send', data: { trackerId }, actor: ana, occurredAt: at(0) });
const see = async (engine: Engine, trackerId: string, place: string, minute: number) => {
  const data = { trackerId, place, sequence: 0 };
  const outcome = await engine.execute({ type: 'See', data, actor: ana, occurredAt: at(minute) });
  expect(outcome).toMatchObject({ status: 'accepted' });
};
const remediesOf = async (trackerId: string) => {
  const { rows } = await database.pool.query<{ type: string; remedy: string; behind: number }>(
    'select type, remedy, behind_ms::integer as behind from es.late_facts where stream_id = $1 order by version',
    [`tracker-${trackerId}`],
  );
  return rows;
};
const wayOf = async (engine: Engine, id: string, version: number) =>
  (await engine.stateAt(tracker, id, { version })).state.way;

it.each([
  ['reorder', ['reorder', 'reorder']],
  ['snapshot', ['snapshot', 'replay']],
  ['replay', ['replay', 'replay']],
] as const)('makes the state what it would have been, by %s, and shows it', async (remedy, gone) => {
  const { engine, told } = start(remedy);
  const id = newId();
  await send(engine, id);
  await see(engine, id, 'Leeds', 10);
  const snapshots = 'select from es.snapshots where stream_id = $1';
  // Version 2 has a snapshot that knows nothing of York yet.
  await eventually(async () => expect((await database.pool.query(snapshots, [`tracker-${id}`])).rowCount).toBe(1));
  await see(engine, id, 'York', 30);
  await see(engine, id, 'Hull', 20);
  await eventually(async () => expect((await remediesOf(id)).map((row) => row.remedy)).toEqual(gone.slice(0, 1)));
  await see(engine, id, 'Bath', 5);
  await eventually(async () =>
    expect(await remediesOf(id)).toEqual([
      { type: 'Seen', remedy: gone[0], behind: 600_000 },
      { type: 'Seen', remedy: gone[1], behind: 1_500_000 },
    ]),
  );
  expect(told.map((fact) => fact.remedy)).toEqual(gone);
  for (const one of [engine, start().engine]) {
    expect(await wayOf(one, id, 5)).toBe('sent Bath Leeds Hull York');
    expect(await wayOf(one, id, 3)).toBe('sent Leeds York');
  }
  expect((await engine.stateAt(tracker, id, { happenedBy: at(20) })).state.way).toBe('sent Bath Leeds Hull');
});

it('takes in what other processes recorded', async () => {
  const [one, two] = [start(), start()];
  const id = newId();
  await send(one.engine, id);
  for (const minute of [9, 3, 7, 1, 8, 2, 6])
    await see(minute % 2 === 0 ? one.engine : two.engine, id, `${minute}`, minute);
  for (const { engine } of [one, two, start()]) expect(await wayOf(engine, id, 8)).toBe('sent 1 2 3 6 7 8 9');
  expect(one.told.length).toBeGreaterThan(0);
});
