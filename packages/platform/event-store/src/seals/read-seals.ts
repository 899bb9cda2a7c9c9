import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import type { Seal } from './seal.ts';

/** A position that no log reaches is cut to a number: the seal does not say it, so that its hash will not fit either way. */
const safe = (column: string): string =>
  `greatest(least(${column}, ${Number.MAX_SAFE_INTEGER}), ${Number.MIN_SAFE_INTEGER})`;

export const SEAL_COLUMNS = `'waybill-seal-1' as format, s.seal_number as number, s.event_count as count,
  ${safe('s.first_position')} as "firstPosition", ${safe('s.last_position')} as "lastPosition",
  encode(s.root, 'hex') as root, encode(s.previous, 'hex') as previous, encode(s.hash, 'hex') as hash,
  encode(s.key_id, 'hex') as "keyId", encode(s.signature, 'hex') as signature,
  to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt"`;

/** A seal with its leaves, packed. */
export interface StoredSeal extends Seal {
  readonly leaves: Buffer;
}

/** Of the seals after a number: up to which, and how many at most. */
export interface SealRange {
  readonly until?: number;
  readonly limit: number;
}

const LAST = 2 ** 31 - 1;
const IN_RANGE = 'from es.seals s where s.seal_number > $1 and s.seal_number <= $2 order by s.seal_number limit $3';

/** Seals after a number, oldest first. */
export const readSeals = async (pool: Pool, after: number, { until = LAST, limit }: SealRange): Promise<Seal[]> => {
  const text = `select ${SEAL_COLUMNS} ${IN_RANGE}`;
  return (await pool.query<Seal>({ text, values: [after, until, limit], types: numberTypes })).rows;
};

/** Seals after a number with their leaves, oldest first. */
export const readStoredSeals = async (
  pool: Pool,
  after: number,
  { until = LAST, limit }: SealRange,
): Promise<StoredSeal[]> => {
  const text = `select ${SEAL_COLUMNS}, s.leaves ${IN_RANGE}`;
  return (await pool.query<StoredSeal>({ text, values: [after, until, limit], types: numberTypes })).rows;
};

/** The newest seal. */
export const readNewest = async (pool: Pool): Promise<Seal | undefined> => {
  const text = `select ${SEAL_COLUMNS} from es.seals s order by s.seal_number desc limit 1`;
  return (await pool.query<Seal>({ text, types: numberTypes })).rows[0];
};
