import type { Actor, EventStore } from '@waybill/event-store';
import type { Pool } from 'pg';
import type { Projection } from '../../define/projection.ts';
import { beginRebuild } from './begin-generation.ts';
import type { Generations } from './known-generations.ts';
import { type ProjectionState, readStates } from './read-states.ts';

/** The projections with their generations, and what a person may do to them. */
export interface Rebuilds {
  /** Every projection of this process, as it stands. */
  states(): Promise<readonly ProjectionState[]>;
  /**
   * Begins to fill a new generation beside the live rows; whoever drains the projection does the work. Where one is under
   * way, that one goes on. `acceptDifferences`: a difference is reported and does not keep the new rows from going live.
   * Answers with its generation; undefined where this process has no such projection.
   */
  start(projection: string, by: Actor, options?: { readonly acceptDifferences?: boolean }): Promise<number | undefined>;
  /**
   * Gives up the rebuild under way, or the one that was blocked. False where there is none. The first build of a changed
   * version cannot be given up: its code has no other rows.
   */
  cancel(projection: string): Promise<boolean>;
}

const CANCEL = `update es.generations set status = 'cancelled', finished_at = now()
  where projection = $1 and version = $2 and (status = 'blocked' or (status = 'building' and reason = 'manual'))`;

export const createRebuilds = (
  pool: Pool,
  store: Pick<EventStore, 'watermark'>,
  projections: readonly Projection[],
  generations: Generations,
): Rebuilds => {
  const find = (wanted: string) => projections.find(({ name }) => name === wanted);
  return {
    states: () => readStates(pool, store, projections),
    async start(name, by, { acceptDifferences = false } = {}) {
      const projection = find(name);
      if (!projection) return undefined;
      const { generation } = await beginRebuild(pool, projection, by, acceptDifferences);
      await generations.anew(projection);
      return generation;
    },
    async cancel(name) {
      const projection = find(name);
      if (!projection) return false;
      const { rowCount } = await pool.query(CANCEL, [name, projection.version]);
      await generations.anew(projection);
      return rowCount !== 0;
    },
  };
};
