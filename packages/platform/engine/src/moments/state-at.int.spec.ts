import { createEventStore } from '@waybill/event-store';
import { tick } from '@waybill/event-store/ticks';
import { newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counterOf, counting } from '../fixtures/counter.ts';
import { createEngine, type Engine, NoSuchMoment } from '../index.ts';

const counter = counterOf(1, 4);
const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let engine: Engine;
beforeAll(async () => {
  database = await testDatabase();
  const { pool } = database;
  const masterKey = Buffer.alloc(32, 7);
  engine = createEngine({ pool, store: createEventStore(pool), modules: [counting(counter)], masterKey });
});
afterAll(() => database.drop());

const count = async (counterId: string, length: number, occurredAt?: Date): Promise<number> => {
  const data = { counterId, by: Array(length).fill(1) };
  const outcome = await engine.execute({ type: 'Count', data, actor: ana, ...(occurredAt ? { occurredAt } : {}) });
  if (outcome.status !== 'accepted' || outcome.position === null) throw new Error(outcome.status);
  return outcome.position;
};
const entriesAt = async (id: string, moment: Parameters<Engine['stateAt']>[2]) =>
  (await engine.stateAt(counter, id, moment)).state.entries;

it('answers as of a version and a position, and names what is not there', async () => {
  const id = newId();
  const first = await count(id, 3);
  const second = await count(id, 4);
  expect(await engine.stateAt(counter, id, { version: 5 })).toMatchObject({ version: 5, state: { entries: 5 } });
  expect(await engine.stateAt(counter, id, { position: first })).toMatchObject({ version: 3, position: first });
  expect(await entriesAt(id, { position: second })).toBe(7);
  expect(await engine.stateAt(counter, newId(), { position: second })).toMatchObject({ version: 0, position: 0 });
  await expect(engine.stateAt(counter, id, { version: 8 })).rejects.toThrow('its last version is 7');
});

it('gives what was known by an instant the same answer forever', async () => {
  const id = newId();
  await count(id, 2);
  await tick(database.pool, { gap: 0, rest: 0 });
  const instant = new Date(Date.now() + 5);
  expect(await entriesAt(id, { knownBy: instant })).toBe(2);
  await count(id, 3);
  expect(await entriesAt(id, { knownBy: instant })).toBe(2);
  expect(await entriesAt(id, { knownBy: new Date('2010-12-01T08:26:00Z') })).toBe(0);
  await expect(entriesAt(id, { knownBy: new Date(Date.now() + 3_600_000) })).rejects.toThrow(NoSuchMoment);
});

it('tells what had happened by an instant from what is known now', async () => {
  const id = newId();
  await count(id, 1, new Date('2026-01-05T10:00:00Z'));
  await count(id, 2, new Date('2026-01-05T12:00:00Z'));
  await count(id, 4, new Date('2026-01-05T11:00:00Z'));
  expect(await entriesAt(id, { happenedBy: new Date('2026-01-05T11:30:00Z') })).toBe(5);
  expect(await entriesAt(id, { happenedBy: new Date('2026-01-05T09:00:00Z') })).toBe(0);
});
