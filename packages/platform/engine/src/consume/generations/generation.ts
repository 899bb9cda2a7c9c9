import type { Projection } from '../../define/projection.ts';

/** The rows of a projection as one version of its fold made them, in a table of their own. */
export interface Generation {
  readonly projection: string;
  readonly generation: number;
  /** Of the projection's code. */
  readonly version: number;
  readonly status: 'building' | 'live' | 'retired' | 'blocked' | 'cancelled';
  readonly schema: string;
  readonly table: string;
  readonly shards: number;
  /** The first of all, the first of its version, or by hand. */
  readonly reason: 'first' | 'version' | 'manual';
  /** A difference is reported and does not block. */
  readonly acceptDifferences: boolean;
  /** It has been filled once, and has its indexes since. */
  readonly prepared: boolean;
}

/** The columns of es.generations as a {@link Generation}. */
export const GENERATION = `projection, generation, version, status, table_schema as schema, table_name as table, shards, reason,
  accept_differences as "acceptDifferences", prepared_at is not null as prepared`;

/** Where the rows of this generation are. */
export const tableOf = ({ table }: Projection, { schema, table: name }: Pick<Generation, 'schema' | 'table'>) => ({
  ...table,
  schema,
  name,
});
