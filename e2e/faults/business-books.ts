import { createPool } from '@waybill/db';
import { createEngine, type Engine, type Projection, type Recorded } from '@waybill/engine';
import { createEventStore, type EventStore } from '@waybill/event-store';
import { createModules } from '@waybill/modules';
import { eventually } from '@waybill/testing';
import type { Pool } from 'pg';

/** The key that spawned apps use in tests. */
const KEY = Buffer.alloc(32, 'waybill test master key');

/** An engine of the test's own on a database: to look behind the counter, or to be one of the racers. */
export interface Insider {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly pool: Pool;
  readonly troubles: readonly Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

/** `through`: what stands between the engine and its pool. */
export const openInsider = (databaseUrl: string, through: (pool: Pool) => Pool = (pool) => pool): Insider => {
  const own = createPool(databaseUrl, { name: 'insider', max: 12 });
  const pool = through(own);
  const store = createEventStore(pool);
  const troubles: Readonly<Record<string, unknown>>[] = [];
  const engine: Engine = createEngine({
    pool,
    store,
    modules: createModules({ pool, history: (...args) => engine.history(...args) }),
    masterKey: KEY,
    onTrouble: (trouble) => void troubles.push(trouble),
  });
  return { engine, store, pool, troubles, close: () => own.end() };
};

/** Everything that ever happened, readable, in order. */
export const everything = async ({ engine, store }: Insider): Promise<Recorded[]> => {
  const events: Recorded[] = [];
  for (let after = 0; ; ) {
    const page = await store.feed(after, { limit: 2_000 });
    events.push(...(await engine.decode(page.events)));
    const last = page.events.at(-1);
    if (!last) return events;
    after = last.position;
  }
};

interface Backlog {
  readonly consumer: string;
  readonly left: number;
}

/** Who has not done yet what it follows, and what the outbox holds. */
export const backlog = async ({ engine, pool }: Insider): Promise<Backlog[]> => {
  const consumers = engine.consumers.filter(({ types }) => types.length > 0);
  const { rows } = await pool.query<Backlog>(
    `select c.consumer, (
       select count(*)::int from es.events e where e.type = any(array(select jsonb_array_elements_text(c.types)))
       and e.position > coalesce((select position from es.checkpoints k where k.consumer = c.consumer), 0)
     ) as left
     from jsonb_to_recordset($1::jsonb) as c (consumer text, types jsonb)
     union all select 'outbox', (select count(*)::int from es.outbox)`,
    [JSON.stringify(consumers.map(({ name, types }) => ({ consumer: name, types })))],
  );
  return rows.filter(({ left }) => left > 0);
};

/** Waits until nothing is under way any more: nobody has anything left, twice, and nothing happened in between. */
export const settled = async (insider: Insider, within = 60_000): Promise<void> => {
  let left: Backlog[] = [];
  let before = '';
  await eventually(
    async () => {
      left = await backlog(insider);
      const { rows } = await insider.pool.query<{ last: string }>(
        'select coalesce(max(position), 0)::text as last from es.events',
      );
      const last = rows[0]?.last ?? '';
      const quiet = left.length === 0 && last === before;
      before = last;
      return quiet;
    },
    { within },
  ).catch(async (error: unknown) => {
    const { rows } = await insider.pool.query(
      'select target_stream, command, attempts, last_error from es.outbox limit 5',
    );
    throw new Error(`It did not come to rest: ${JSON.stringify({ left, rows })}`, { cause: error });
  });
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of a view that are not what the events say, by key: from nothing, in memory, one event after the other. */
export const differences = async (
  { pool }: Insider,
  projection: Projection,
  events: readonly Recorded[],
): Promise<{ readonly key: string; readonly live: unknown; readonly told: unknown }[]> => {
  const types = new Set(projection.events.map(({ type }) => type));
  const folded = new Map<string, object>();
  for (const event of events.filter(({ type }) => types.has(type)))
    for (const key of projection.keys(event)) {
      const row = projection.evolve(folded.get(key), event, key);
      if (row) folded.set(key, { ...row, updatedPosition: event.position });
      else folded.delete(key);
    }
  const told = [...folded.values()].map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
  );
  const { schema, name, key } = projection.table;
  const table = `"${schema}"."${name}"`;
  const { rows } = await pool.query<{ key: string; live: unknown; told: unknown }>(
    `select coalesce(l.key, t.key) as key, l.row as live, t.row as told
     from (select r."${key}"::text as key, to_jsonb(r) as row from ${table} r) l
     full join (
       select r."${key}"::text as key, to_jsonb(r) as row from jsonb_populate_recordset(null::${table}, $1::jsonb) r
     ) t using (key)
     where l.row is distinct from t.row`,
    [JSON.stringify(told)],
  );
  return rows;
};
