import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { newId } from '@waybill/kernel';
import { createDrainWorkers, createWakeUps, type DrainWorkers, type WakeUps } from '@waybill/queue';
import { eventually, type TestDatabase, type TestRedis, testDatabase, testRedis } from '@waybill/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shelf, tables } from './fixtures/shelf.ts';
import { type Change, createLiveHub, type LiveHub, type LiveHubOptions, type TooLongAway } from './index.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const masterKey = Buffer.alloc(32, 7);

/** What one server process has. */
interface Node {
  readonly pool: pg.Pool;
  readonly wakeUps: WakeUps;
  readonly engine: Engine;
  readonly hub: LiveHub;
  readonly workers: DrainWorkers;
}

describe('the live hub', () => {
  let redis: TestRedis;
  let database: TestDatabase;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    redis = await testRedis();
  });
  beforeEach(async () => {
    database = await testDatabase();
    const owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    await owner.query(tables);
    await owner.end();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await database.drop();
  });
  afterAll(() => redis.stop());

  const node = async (options: Partial<LiveHubOptions> = {}): Promise<Node> => {
    const pool = createPool(database.url, { max: 5 });
    const wakeUps = createWakeUps(redis.url);
    await wakeUps.ready();
    const store = createEventStore(pool);
    const engine = createEngine({ pool, store, modules: [shelf], masterKey, onCommitted: wakeUps.hint });
    const projections = shelf.projections ?? [];
    const hub = createLiveHub({ pool, store, engine, projections, wakeUps, ...options });
    const workers = createDrainWorkers({ consumers: engine.consumers, redisUrl: redis.url, wakeUps });
    closing.push(() => pool.end(), wakeUps.close, hub.close, workers.close);
    return { pool, wakeUps, engine, hub, workers };
  };
  const put = async ({ engine }: Node, shelfId: string, thing = 'vase') => {
    const outcome = await engine.execute({ type: 'PutThing', data: { shelfId, thing }, actor: ana });
    if (outcome.status !== 'accepted') throw new Error(outcome.refusal.message);
    return outcome.position ?? 0;
  };
  const take = ({ engine }: Node, shelfId: string) =>
    engine.execute({ type: 'TakeThing', data: { shelfId, thing: 'vase' }, actor: ana });

  /** Reads on until `count` changes are there. */
  const read = async (changes: AsyncIterableIterator<Change | TooLongAway>, count: number): Promise<Change[]> => {
    const seen: Change[] = [];
    while (seen.length < count) {
      const { value, done } = await changes.next();
      if (done) break;
      if (value.kind === 'change') seen.push(value);
    }
    return seen;
  };
  const versions = (changes: readonly Change[]) => changes.map(({ version }) => version);
  const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

  it('tells who did what, to which rows, as soon as the rows show it', async () => {
    const [api, worker] = [await node(), await node()];
    worker.workers.start();
    const shelfId = newId();
    const changes = api.hub.changes();
    const position = await put(api, shelfId);
    const { value } = await changes.next();
    expect(value).toMatchObject({
      kind: 'change',
      cursor: String(position),
      event: 'ThingPut',
      stream: `shelf-${shelfId}`,
      aggregateId: shelfId,
      version: 1,
      position,
      actor: ana,
      keys: [shelfId],
      topics: ['test.shelves'],
    });
    const { rows } = await api.pool.query('select things from test.shelves where shelf_id = $1', [shelfId]);
    expect(rows).toEqual([{ things: 1 }]);
  });

  it('hands each of 1,000 changes over once, in order, to a client that is cut off and goes on at another process', async () => {
    const [one, two] = [await node(), await node()];
    one.workers.start();
    const shelfId = newId();
    const first = one.hub.changes({ ids: [shelfId] });
    const writing = (async () => {
      for (let round = 0; round < 100; round += 1) {
        const writes = Array.from({ length: 10 }, (_, index) => put(index % 2 ? one : two, shelfId));
        await Promise.all([...writes, put(one, newId())]); // the last is of no interest
      }
    })();
    const before = await read(first, 437);
    await first.return?.();
    const after = await read(two.hub.changes({ ids: [shelfId], after: before.at(-1)?.cursor }), 563);
    await writing;
    expect(versions([...before, ...after])).toEqual(upTo(1_000));
  });

  it('delivers the backlog and what comes live as one sequence, however small the window', async () => {
    const api = await node({ windowSize: 20 });
    api.workers.start();
    const shelfId = newId();
    await Promise.all(upTo(600).map(() => put(api, shelfId)));
    const slow = api.hub.changes({ after: '0' });
    const early = await read(slow, 300);
    await Promise.all(upTo(400).map(() => put(api, shelfId)));
    await eventually(() => api.hub.visible() >= 1_000);
    expect(api.hub.status().held).toBeLessThanOrEqual(25);
    const late = await read(slow, 700);
    expect(versions([...early, ...late])).toEqual(upTo(1_000));
  });

  it('tells a client that was away too long to reload, and where to go on', async () => {
    const api = await node({ windowSize: 5, maxCatchUp: 50 });
    api.workers.start();
    const shelfId = newId();
    let position = 0;
    for (let count = 0; count < 60; count += 1) position = await put(api, shelfId);
    await api.hub.waitVisible(position, undefined, 5_000);
    const changes = api.hub.changes({ after: '1' });
    expect((await changes.next()).value).toEqual({ kind: 'too-long-away', cursor: String(position) });
    await put(api, shelfId);
    expect(versions(await read(changes, 1))).toEqual([61]);
    // Rare changes of one view are not far away, however many others came between.
    await take(api, shelfId);
    const rare = api.hub.changes({ after: '1', topics: ['test.takings'] });
    expect(versions(await read(rare, 1))).toEqual([62]);
  });

  it('knows a cursor of another log, and refuses what is none', async () => {
    const api = await node();
    expect((await api.hub.changes({ after: '999999' }).next()).value).toEqual({ kind: 'too-long-away', cursor: '0' });
    expect(() => api.hub.changes({ after: 'abc' })).toThrow("'abc' is no cursor");
    expect(() => api.hub.changes({ topics: ['nope'] })).toThrow("There is no topic 'nope'");
  });

  it('shows nothing before the rows do: a subscriber waits for the views it named', async () => {
    const api = await node(); // and no worker
    const shelfId = newId();
    const position = await put(api, shelfId);
    const seen: Change[] = [];
    const changes = api.hub.changes({ after: '0' });
    const first = changes.next().then(({ value }) => seen.push(value));
    // The view of takings has nothing to wait for; the view of shelves has.
    expect(await api.hub.waitVisible(position, ['test.takings'], 5_000)).toBe(true);
    expect(await api.hub.waitVisible(position, ['test.shelves'], 50)).toBe(false);
    expect(seen).toEqual([]);
    expect(api.hub.status()).toMatchObject({ watermark: position, subscribers: 1, waiting: 0 });
    api.workers.start();
    expect(await api.hub.waitVisible(position, undefined, 5_000)).toBe(true);
    await first;
    expect(versions(seen)).toEqual([1]);
    expect(api.hub.status().topics).toContainEqual({
      topic: 'test.shelves',
      checkpoint: position,
      visible: position,
      newest: position,
      freshness: 100,
      lagMs: 0,
    });
  });

  it('lets a client go that waits for nothing in particular, and ends everybody when it closes', async () => {
    const api = await node();
    const leaving = api.hub.changes();
    const pending = leaving.next();
    await eventually(() => api.hub.status().subscribers === 1);
    await leaving.return?.();
    expect(await pending).toMatchObject({ done: true });
    expect(api.hub.status().subscribers).toBe(0);
    const staying = api.hub.changes().next();
    await api.hub.close();
    expect(await staying).toMatchObject({ done: true });
  });

  it('finds out by itself when hints are lost', async () => {
    const [api, worker] = [await node({ wakeUps: { onHint: () => () => {} } }), await node()];
    worker.workers.start();
    const changes = api.hub.changes();
    await api.hub.refresh();
    await put(api, newId());
    expect(versions(await read(changes, 1))).toEqual([1]);
  });
});
