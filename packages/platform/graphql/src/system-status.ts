import { type Consumer, wantedOf } from '@waybill/engine';
import type { GraphServices } from './context.ts';

export interface ConsumerState {
  readonly name: string;
  readonly kind: Consumer['kind'];
  readonly position: number;
  /** Counted up to {@link COUNTED} of each event type. */
  readonly lagEvents: number;
  readonly lagSeconds: number;
  readonly freshness: number | null;
  readonly late: boolean;
  readonly parkedKeys: number;
  readonly parkedEvents: number;
}
export interface Status {
  readonly watermark: number;
  readonly consumers: readonly ConsumerState[];
  readonly checkedAt: Date;
}

/** Of each event type, no more than this many are counted. */
export const COUNTED = 1_000;

// Type by type, so that each look is a few steps in the index of types, however long the log is.
const BEHIND = `
  select c.name, coalesce(k.position, 0) as position, behind.events, behind.seconds
    from jsonb_to_recordset($1::jsonb) as c(name text, types jsonb, consumer text, shard integer)
    left join es.readable_generations($3::jsonb) as g on g.projection = c.consumer
    left join es.checkpoints as k
      on k.consumer = c.consumer and k.generation = coalesce(g.generation, 1) and k.shard = c.shard
    cross join lateral (
      select count(*)::int as events, coalesce(extract(epoch from now() - min(recorded_at)), 0)::float8 as seconds
        from jsonb_array_elements_text(c.types) as t(type)
       cross join lateral (
         select recorded_at from es.events
          where type = t.type and position > coalesce(k.position, 0) and position <= $2
          order by position limit ${COUNTED}
       ) as unhandled
    ) as behind`;

const WAITING = `
  select 'outbox:' || lane as name, count(*)::int as events, min(created_position) as position,
         extract(epoch from now() - min(created_at))::float8 as seconds
    from es.outbox group by lane
  union all
  select 'commands:' || lane, count(*)::int, 0, extract(epoch from now() - min(not_before))::float8
    from es.queued_commands where status = 'queued' and not_before <= now() group by lane
  union all
  select r.effect, count(*)::int, min(r.position), extract(epoch from now() - min(e.recorded_at))::float8
    from es.effect_runs r join es.events e using (position) where r.outcome is null group by r.effect`;

const PARKED = `
  select consumer as name, count(distinct (generation, shard, key))::int as keys, count(*)::int as events
    from es.dead_letters where resolved_at is null group by consumer`;

interface Parked {
  readonly name: string;
  readonly keys: number;
  readonly events: number;
}
interface Behind {
  readonly name: string;
  readonly position: number;
  readonly events: number;
  readonly seconds: number;
}

const stateOf = (
  consumer: Consumer,
  watermark: number,
  behind: Behind | undefined,
  parked: Parked | undefined,
): ConsumerState => {
  const { name, kind, freshness = null } = consumer;
  const lagSeconds = Math.max(behind?.seconds ?? 0, 0);
  const idle = !behind || behind.events === 0;
  return {
    name,
    kind,
    position: idle ? watermark : behind.position,
    lagEvents: behind?.events ?? 0,
    lagSeconds,
    freshness,
    late: freshness !== null && lagSeconds * 1000 > freshness,
    parkedKeys: parked?.keys ?? 0,
    parkedEvents: parked?.events ?? 0,
  };
};

/** How far every consumer is, straight from the checkpoints. */
export const readStatus = async ({ pool, store, engine }: GraphServices): Promise<Status> => {
  const watermark = await store.watermark();
  const followers = engine.consumers
    .filter(({ kind }) => kind !== 'outbox' && kind !== 'queue')
    .map(({ name, types, topic = name, shard = 0 }) => ({ name, types, consumer: topic, shard }));
  const projections = engine.modules.flatMap((module) => module.projections ?? []);
  const [behind, waiting, parked] = await Promise.all([
    pool.query<Behind>(BEHIND, [JSON.stringify(followers), watermark, wantedOf(projections)]),
    pool.query<Behind>(WAITING),
    pool.query<Parked>(PARKED),
  ]);
  const byName = new Map([...behind.rows, ...waiting.rows].map((row) => [row.name, row]));
  const parkedIn = new Map(parked.rows.map((row) => [row.name, row]));
  const consumers = engine.consumers.map((consumer) =>
    stateOf(consumer, watermark, byName.get(consumer.name), parkedIn.get(consumer.topic ?? consumer.name)),
  );
  return { watermark, consumers, checkedAt: new Date() };
};

const recent = new WeakMap<object, { readonly until: number; readonly status: Promise<Status> }>();
const SHARED_FOR = 500;

/** The same answer for all who ask within half a second, so that watchers cost one look, not one each. */
export const currentStatus = (services: GraphServices): Promise<Status> => {
  const known = recent.get(services.pool);
  if (known && known.until > Date.now()) return known.status;
  const status = readStatus(services);
  recent.set(services.pool, { until: Date.now() + SHARED_FOR, status });
  status.catch(() => recent.delete(services.pool));
  return status;
};
