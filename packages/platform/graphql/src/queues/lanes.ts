import type { Consumer } from '@waybill/engine';
import type { GraphServices } from '../context.ts';

/** What waits in one lane of the outbox or of the command queue, or for one effect. */
export interface Lane {
  readonly name: string;
  readonly kind: Consumer['kind'];
  /** Due now. */
  readonly waiting: number;
  readonly scheduled: number;
  readonly retrying: number;
  readonly failed: number;
  /** Of what is due, the oldest has been waiting so long. */
  readonly oldestSeconds: number;
  readonly lastError: string | null;
}

const SQL = `
  select 'outbox:' || lane as name,
         count(*) filter (where attempts = 0)::int as waiting, 0 as scheduled,
         count(*) filter (where attempts > 0)::int as retrying, 0 as failed,
         coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as "oldestSeconds",
         (array_agg(last_error order by id) filter (where last_error is not null))[1] as "lastError"
    from es.outbox group by lane
  union all
  select 'commands:' || lane,
         count(*) filter (where status = 'queued' and not_before <= now() and next_attempt_at is null)::int,
         count(*) filter (where status = 'queued' and not_before > now())::int,
         count(*) filter (where status = 'queued' and next_attempt_at is not null)::int,
         count(*) filter (where status = 'failed')::int,
         coalesce(extract(epoch from now() - min(not_before) filter (where status = 'queued' and not_before <= now())), 0)::float8,
         (array_agg(last_error order by id desc) filter (where last_error is not null))[1]
    from es.queued_commands where status in ('queued', 'failed') group by lane
  union all
  select r.effect,
         count(*) filter (where r.error is null)::int, 0,
         count(*) filter (where r.error is not null)::int,
         (select count(*) from es.dead_letters d where d.consumer = r.effect and d.resolved_at is null)::int,
         coalesce(extract(epoch from now() - min(e.recorded_at)), 0)::float8,
         (array_agg(r.error order by r.position) filter (where r.error is not null))[1]
    from es.effect_runs r join es.events e using (position) where r.outcome is null group by r.effect
  union all
  select d.consumer, 0, 0, 0, count(*)::int, 0, (array_agg(d.error order by d.position desc))[1]
    from es.dead_letters d
   where d.resolved_at is null and d.consumer = any($1)
     and not exists (select from es.effect_runs r where r.effect = d.consumer and r.outcome is null)
   group by d.consumer`;

const KINDS: readonly Consumer['kind'][] = ['outbox', 'queue', 'effect'];
const EMPTY = { waiting: 0, scheduled: 0, retrying: 0, failed: 0, oldestSeconds: 0, lastError: null };

/** Every lane, also those where nothing waits. */
export const readLanes = async ({ pool, engine }: Pick<GraphServices, 'pool' | 'engine'>): Promise<Lane[]> => {
  const lanes = engine.consumers.filter(({ kind }) => KINDS.includes(kind));
  const effects = lanes.filter(({ kind }) => kind === 'effect').map(({ name }) => name);
  const { rows } = await pool.query<Omit<Lane, 'kind'>>(SQL, [effects]);
  const known = new Map(rows.map((row) => [row.name, row]));
  return lanes.map(({ name, kind }) => ({ ...EMPTY, ...known.get(name), name, kind }));
};

/** Whose turn a consumer is, or was last: what the workers' checkpoints say of them. */
export interface Turn {
  readonly consumer: string;
  readonly generation: number;
  readonly shard: number;
  readonly position: number;
  readonly worker: string;
  readonly active: boolean;
  readonly until: Date;
}

const TURNS = `
  select consumer, generation, shard, position, owner as worker, owned_until > now() as active, owned_until as until
    from es.checkpoints where owner is not null
   order by consumer, generation, shard`;

export const readTurns = async ({ pool }: Pick<GraphServices, 'pool'>): Promise<Turn[]> =>
  (await pool.query<Turn>(TURNS)).rows;
