import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { readSealKeys } from './read-seal-keys.ts';
import { SEAL_COLUMNS } from './read-seals.ts';
import { type Seal, statementText } from './seal.ts';

/** A seal, and whether its signature is that of the key it names, over what it says. */
export interface ListedSeal extends Seal {
  readonly signed: boolean;
}

/** Which seals: those before and after a number. */
export interface SealWindow {
  readonly below?: number | undefined;
  readonly above?: number | undefined;
  readonly limit: number;
  readonly order: 'newest first' | 'oldest first';
}

export const listSeals = async (pool: Pool, { below, above, limit, order }: SealWindow): Promise<ListedSeal[]> => {
  const text = `select ${SEAL_COLUMNS} from es.seals s
    where ($1::int is null or s.seal_number < $1) and ($2::int is null or s.seal_number > $2)
    order by s.seal_number ${order === 'newest first' ? 'desc' : 'asc'} limit $3`;
  const { rows } = await pool.query<Seal>({ text, values: [below ?? null, above ?? null, limit], types: numberTypes });
  const keys = rows.length > 0 ? await readSealKeys(pool) : new Map();
  return rows.map((seal) => ({
    ...seal,
    signed: keys.get(seal.keyId)?.fits(statementText(seal), Buffer.from(seal.signature, 'hex')) ?? false,
  }));
};
