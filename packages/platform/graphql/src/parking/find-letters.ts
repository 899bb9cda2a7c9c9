import type { Actor } from '@waybill/engine';
import type { Pool } from 'pg';

/** A parked key by the event that stands in its way, or one that a person has decided on. */
export interface DeadLetterRow {
  readonly id: number;
  readonly consumer: string;
  readonly generation: number;
  readonly shard: number;
  readonly key: string;
  readonly position: number;
  readonly attempts: number;
  readonly error: string | null;
  readonly failedAt: Date;
  readonly parkedBy: string | null;
  readonly resolvedAt: Date | null;
  readonly resolution: 'replayed' | 'skipped' | null;
  readonly resolvedBy: Actor | null;
  readonly reason: string | null;
  /** Events of the key that wait behind it. */
  readonly waiting: number;
}

export interface LetterFilter {
  readonly consumer: string | null;
  readonly resolved: boolean;
}

/** What failed, and what a cut short replay has left at the head of its key; those that only wait are counted. */
const HEADS = `
  ($1::text is null or d.consumer = $1)
  and case when $2 then d.resolved_at is not null and (d.error is not null or d.resolution = 'skipped')
      else d.resolved_at is null and (d.error is not null or not exists (
        select from es.dead_letters before
        where before.consumer = d.consumer and before.generation = d.generation and before.shard = d.shard
          and before.key = d.key and before.position < d.position and before.resolved_at is null
      )) end`;

const COLUMNS = `
  d.id, d.consumer, d.generation, d.shard, d.key, d.position, d.attempts, d.error, d.failed_at as "failedAt",
  d.parked_by as "parkedBy", d.resolved_at as "resolvedAt", d.resolution, d.resolved_by as "resolvedBy", d.reason,
  (select count(*)::int from es.dead_letters after
    where after.consumer = d.consumer and after.generation = d.generation and after.shard = d.shard
      and after.key = d.key and after.position > d.position and after.resolved_at is null and after.error is null) as waiting`;

export interface LetterWindow {
  /** Ids; both exclusive. */
  readonly below: number | undefined;
  readonly above: number | undefined;
  readonly limit: number;
  readonly order: 'newest first' | 'oldest first';
}

export const findLetters = async (
  pool: Pick<Pool, 'query'>,
  { consumer, resolved }: LetterFilter,
  { below, above, limit, order }: LetterWindow,
): Promise<DeadLetterRow[]> => {
  const { rows } = await pool.query<DeadLetterRow>(
    `select ${COLUMNS} from es.dead_letters d
     where ${HEADS} and ($3::bigint is null or d.id < $3) and ($4::bigint is null or d.id > $4)
     order by d.id ${order === 'newest first' ? 'desc' : 'asc'} limit $5`,
    [consumer, resolved, below, above, limit],
  );
  return rows;
};

export const countLetters = async (
  pool: Pick<Pool, 'query'>,
  { consumer, resolved }: LetterFilter,
): Promise<number> => {
  const { rows } = await pool.query<{ letters: number }>(
    `select count(*)::int as letters from es.dead_letters d where ${HEADS}`,
    [consumer, resolved],
  );
  return rows[0]?.letters ?? 0;
};

export const letterById = async (pool: Pick<Pool, 'query'>, id: number): Promise<DeadLetterRow | undefined> => {
  const { rows } = await pool.query<DeadLetterRow>(`select ${COLUMNS} from es.dead_letters d where d.id = $1`, [id]);
  return rows[0];
};
