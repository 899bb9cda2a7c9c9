import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { contentOf } from './event-content.ts';
import { leafHashes, unpackLeaves } from './leaves.ts';
import { merklePath } from './merkle.ts';
import { readContents } from './read-contents.ts';
import { readSealKeys } from './read-seal-keys.ts';
import { readSeals, readStoredSeals } from './read-seals.ts';
import { type Seal, type SealStatement, statementOf } from './seal.ts';

/** Everything that is needed to check, without the database, that an event is what was sealed. */
export interface InclusionProof {
  readonly format: 'waybill-proof-1';
  readonly position: number;
  /** The event's other columns as the one text that was hashed. */
  readonly content: string;
  /** Its place among the leaves of the seal, from 0, and the neighbours on the way to the root (hex, lowest first). */
  readonly index: number;
  readonly path: readonly string[];
  readonly seal: Seal;
  /** 32 bytes, base64. */
  readonly publicKey: string;
  /** The seals after it, up to the newest or the one asked for: they lead to a head that somebody kept. */
  readonly chain: readonly SealStatement[];
}

const AROUND = `
  select s.seal_number as number from es.seals s where s.last_position >= $1 order by s.last_position limit 1`;

/**
 * The proof of the event at a position; undefined where there is no event, or no seal of it yet. `upTo` is the last seal
 * of the chain that comes with it; left out, none comes. The proof holds what the row says now: it fails where that was changed.
 */
export const inclusionProof = async (
  pool: Pool,
  position: number,
  { upTo = 0 }: { readonly upTo?: number } = {},
): Promise<InclusionProof | undefined> => {
  const { rows } = await pool.query<{ number: number }>({ text: AROUND, values: [position], types: numberTypes });
  const number = rows[0]?.number;
  const [event] = await readContents(pool, position - 1, position, 1);
  if (number === undefined || !event) return undefined;
  const [stored] = await readStoredSeals(pool, number - 1, { limit: 1 });
  if (!stored) return undefined;
  const { leaves: packed, ...seal } = stored;
  const leaves = unpackLeaves(packed);
  const index = leaves.findIndex((leaf) => leaf.position === position);
  const key = (await readSealKeys(pool)).get(seal.keyId);
  if (index < 0 || !key) return undefined;
  return {
    format: 'waybill-proof-1',
    position,
    content: contentOf(event),
    index,
    path: merklePath(leafHashes(leaves), index).map((hash) => hash.toString('hex')),
    seal,
    publicKey: key.bytes.toString('base64'),
    chain: await chainOf(pool, number, upTo),
  };
};

const PAGE = 1_000;

const chainOf = async (pool: Pool, after: number, until: number): Promise<SealStatement[]> => {
  const chain: SealStatement[] = [];
  for (let at = after; at < until; at += PAGE) {
    const page = await readSeals(pool, at, { until: Math.min(until, at + PAGE), limit: PAGE });
    chain.push(...page.map(statementOf));
  }
  return chain;
};
