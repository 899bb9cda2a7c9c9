import { type Consumer, type Lag, readLag } from '@waybill/engine';
import type { GraphServices } from './context.ts';

export interface ConsumerState {
  readonly name: string;
  readonly kind: Consumer['kind'];
  readonly position: number;
  /** Counted up to 1,000 of each event type. */
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
const stateOf = (
  consumer: Consumer,
  watermark: number,
  behind: Lag | undefined,
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
  const followers = engine.consumers.filter(({ kind }) => kind !== 'outbox' && kind !== 'queue');
  const projections = engine.modules.flatMap((module) => module.projections ?? []);
  const [behind, waiting, parked] = await Promise.all([
    readLag(pool, followers, projections, watermark),
    pool.query<Lag>(WAITING),
    pool.query<Parked>(PARKED),
  ]);
  const byName = new Map([...behind, ...waiting.rows].map((row) => [row.name, row]));
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
