import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../../define/projection.ts';
import { inTransaction } from '../in-transaction.ts';
import { GENERATION, type Generation } from './generation.ts';

interface Beginning extends Pick<Generation, 'reason'> {
  readonly by?: object;
  readonly acceptDifferences?: boolean;
}

const KNOWN = `select ${GENERATION} from es.generations where projection = $1 order by generation`;
const INSERT = `insert into es.generations (projection, generation, version, status, table_schema, template, table_name, shards,
                  reason, started_by, accept_differences, prepared_at, finished_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11,
                  case when $9 = 'first' then now() end, case when $9 = 'first' then now() end)
                returning ${GENERATION}`;
const FORGET_BLOCKED = `update es.generations set status = 'cancelled' where projection = $1 and version = $2 and status = 'blocked'`;
const CHECKPOINTS = `insert into es.checkpoints (consumer, generation, shard)
                     select $1, $2, s from generate_series(0, $3 - 1) as s
                     on conflict (consumer, generation, shard) do nothing`;

const insert = async (
  client: PoolClient,
  { name, version, table, shards = 1 }: Projection,
  generation: number,
  { reason, by, acceptDifferences = false }: Beginning,
): Promise<Generation> => {
  const first = reason === 'first';
  // What was kept to look at has been looked at.
  if (reason === 'manual') await client.query(FORGET_BLOCKED, [name, version]);
  const { rows } = await client.query<Generation>(INSERT, [
    name,
    generation,
    version,
    first ? 'live' : 'building',
    table.schema,
    table.name,
    first ? table.name : `${table.name}_g${generation}`,
    shards,
    reason,
    by ? JSON.stringify(by) : null,
    acceptDifferences,
  ]);
  const [made] = rows;
  if (!made) throw new Error(`Generation ${generation} of ${name} was not stored`);
  await client.query(CHECKPOINTS, [name, generation, shards]);
  if (!first) await client.query('select es.create_generation_table($1, $2, $3)', [name, generation, table.key]);
  return made;
};

type Sought = (known: Generation) => boolean;

/** The newest generation of this version that is sought, or a new one; the first of all where there is none at all. */
const findOrBegin = (pool: Pool, projection: Projection, sought: Sought, how: Beginning): Promise<Generation> =>
  inTransaction(pool, async (client) => {
    // One at a time for a projection, whoever begins it.
    await client.query(`select pg_advisory_xact_lock(hashtext('es.generations'), hashtext($1))`, [projection.name]);
    const { rows: known } = await client.query<Generation>(KNOWN, [projection.name]);
    const already = known.findLast((generation) => generation.version === projection.version && sought(generation));
    if (already) return already;
    const newest = known.at(-1)?.generation ?? 0;
    return insert(client, projection, newest + 1, newest === 0 ? { reason: 'first' } : how);
  });

/**
 * The generation that this version of a projection reads and writes, or that is on its way to it. The first of all is the
 * table that the code names; a changed version begins a new one by itself.
 */
export const ownGeneration = (pool: Pool, projection: Projection): Promise<Generation> =>
  findOrBegin(pool, projection, ({ status }) => status === 'live' || status === 'building', { reason: 'version' });

/** Begins a rebuild beside the live rows, or answers with the one under way. */
export const beginRebuild = async (
  pool: Pool,
  projection: Projection,
  by: object,
  acceptDifferences = false,
): Promise<Generation> => {
  const own = await ownGeneration(pool, projection);
  if (own.status === 'building') return own;
  return findOrBegin(pool, projection, ({ status }) => status === 'building', {
    reason: 'manual',
    by,
    acceptDifferences,
  });
};
