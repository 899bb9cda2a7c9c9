import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { type Leaf, packLeaves, rootOf } from './leaves.ts';
import { readLeaves } from './read-leaves.ts';
import { readNewest } from './read-seals.ts';
import { NO_SEAL, type SealStatement, sealHash, statementText } from './seal.ts';
import type { SealKey } from './seal-key.ts';

export interface SealingPorts {
  readonly pool: Pool;
  /** The position up to which the feed is complete. */
  readonly watermark: () => Promise<number>;
  readonly key: SealKey;
  /** Events in a seal at most: as many are sealed at once. */
  readonly events: number;
  /** Fewer are sealed when one of them is older. */
  readonly seconds: number;
}

const DUE = `
  select count(*)::int as waiting,
    -- an event from the future is old too: a clock was set back, and its seal must not wait for it
    coalesce(max(abs(extract(epoch from clock_timestamp() - tail.recorded_at))), 0)::float8 as age
  from (
    select recorded_at from es.events where position > $1 and position <= $2 order by position limit $3
  ) as tail`;

// One statement: there is no half seal. Of two that would seal the same, the second writes nothing.
const STORE = `
  with keys as (
    insert into es.seal_keys (key_id, public_key) values (decode($8, 'hex'), $9) on conflict do nothing
  )
  insert into es.seals (seal_number, event_count, first_position, last_position, root, previous, sealed_at, key_id,
    hash, signature, leaves)
  select $1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), $7::timestamptz, decode($8, 'hex'), decode($10, 'hex'), $11, $12
  where coalesce((select max(seal_number) from es.seals), 0) = $1 - 1
  on conflict do nothing`;

/** What became of one try: 'outrun' means that another did it meanwhile. */
export type SealingOutcome = 'sealed' | 'not due' | 'outrun';

/** Seals the next events, if there are enough of them or one of them has waited long enough. */
export const sealNext = async ({ pool, watermark, key, events, seconds }: SealingPorts): Promise<SealingOutcome> => {
  const head = await readNewest(pool);
  const after = head?.lastPosition ?? 0;
  const until = await watermark();
  const { rows } = await pool.query<{ waiting: number; age: number }>(DUE, [after, until, events]);
  const { waiting = 0, age = 0 } = rows[0] ?? {};
  if (waiting === 0 || (waiting < events && age < seconds)) return 'not due';

  const leaves = await readLeaves(pool, after, until, events);
  const statement = statementFor(leaves, key, head);
  return (await store(pool, statement, leaves, key)) ? 'sealed' : 'outrun';
};

const statementFor = (leaves: readonly Leaf[], key: SealKey, head: (SealStatement & { hash: string }) | undefined) => {
  const [first, last, root] = [leaves[0], leaves.at(-1), rootOf(leaves)];
  if (!first || !last || root === undefined) throw new Error('Events that were there are not there any more.');
  return {
    format: 'waybill-seal-1',
    number: (head?.number ?? 0) + 1,
    count: leaves.length,
    firstPosition: first.position,
    lastPosition: last.position,
    root,
    previous: head?.hash ?? NO_SEAL,
    keyId: key.publicKey.id,
    sealedAt: new Date().toISOString().replace('Z', '000Z'),
  } satisfies SealStatement;
};

const store = async (pool: Pool, seal: SealStatement, leaves: readonly Leaf[], key: SealKey): Promise<boolean> => {
  const { rowCount } = await pool.query({
    text: STORE,
    types: numberTypes,
    values: [
      seal.number,
      seal.count,
      seal.firstPosition,
      seal.lastPosition,
      seal.root,
      seal.previous,
      seal.sealedAt,
      seal.keyId,
      key.publicKey.bytes,
      sealHash(seal),
      key.sign(statementText(seal)),
      packLeaves(leaves),
    ],
  });
  return rowCount === 1;
};
