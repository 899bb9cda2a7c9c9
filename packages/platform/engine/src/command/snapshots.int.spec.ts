import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counterOf, counting } from '../fixtures/counter.ts';
import { createEngine, type Engine } from '../index.ts';

const masterKey = Buffer.alloc(32, 7);
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A process of its own, with nothing in memory. */
const start = (counter = counterOf()): Engine => {
  const pool = database.pool;
  return createEngine({ pool, store: createEventStore(pool), modules: [counting(counter)], masterKey });
};
const count = (engine: Engine, counterId: string, by: readonly number[]) =>
  engine.execute({ type: 'Count', data: { counterId, by }, actor: ana });
const snapshotsOf = async (counterId: string) => {
  const text = 'select version, state_schema from es.snapshots where stream_id = $1 order by version, state_schema';
  const { rows } = await database.pool.query(text, [`counter-${counterId}`]);
  return rows.map(({ version, state_schema }) => `${version} of schema ${state_schema}`);
};

it('a long stream has its last few snapshots, and nobody waited for them', async () => {
  const engine = start();
  const id = newId();
  for (const one of [9, 1, 25, 10, 10, 3]) await count(engine, id, Array(one).fill(1));
  await eventually(async () => expect((await snapshotsOf(id)).at(-1)).toBe('55 of schema 1'));
});

it('one of another schema is ignored, and the stream gets its own', async () => {
  const id = newId();
  const old = start();
  await count(old, id, Array(40).fill(1));
  await eventually(async () => expect(await snapshotsOf(id)).toEqual(['40 of schema 1']));
  await database.pool.query(`update es.snapshots set state = '{"entries": -1, "trace": -1}' where stream_id = $1`, [
    `counter-${id}`,
  ]);
  const at = (engine: Engine, schema: number) => engine.stateAt(counterOf(schema), id, { version: 40 });
  expect(await at(start(), 1)).toMatchObject({ state: { entries: -1 } });
  const newer = start(counterOf(2));
  expect(await at(newer, 2)).toMatchObject({ state: { entries: 40 } });
  await count(newer, id, [1]);
  await count(start(counterOf(2)), id, [1]);
  await eventually(async () => expect(await snapshotsOf(id)).toContain('40 of schema 1'));
  await eventually(async () => expect((await snapshotsOf(id)).some((one) => one.endsWith('schema 2'))).toBe(true));
});

it('the state by snapshot is the state by replay, at every version of random histories', async () => {
  const rhythm = fc.integer({ min: 1, max: 12 });
  const history = fc.array(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(rhythm, history, async (every, commands) => {
      const counter = counterOf(1, every);
      const id = newId();
      const engine = start(counter);
      for (const by of commands) await count(engine, id, by);
      const length = commands.flat().length;
      if (length >= every) await eventually(async () => expect(await snapshotsOf(id)).not.toEqual([]));
      const [reader, versions] = [start(counter), Array.from({ length }, (_, n) => n + 1)];
      const then = (one: Engine) =>
        Promise.all(versions.map((version) => one.stateAt(counter, id, { version }).then(({ state }) => state)));
      const bySnapshot = await then(reader);
      await database.pool.query('delete from es.snapshots where stream_id = $1', [`counter-${id}`]);
      expect(bySnapshot).toEqual(await then(reader));
    }),
    { numRuns: 20 },
  );
}, 60_000);
