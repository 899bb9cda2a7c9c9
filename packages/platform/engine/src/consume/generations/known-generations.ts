import { perTick } from '@waybill/kernel';
import type { Pool } from 'pg';
import type { Projection } from '../../define/projection.ts';
import { ownGeneration } from './begin-generation.ts';
import { GENERATION, type Generation } from './generation.ts';

/** What this version of a projection has: the rows that are read, and those that are to take their place. */
export interface Own {
  readonly live: Generation | undefined;
  readonly building: Generation | undefined;
}

export interface Generations {
  /** As of a moment ago; whoever writes by what is out of date writes nothing, and asks {@link anew}. */
  of(projection: Projection): Promise<Own>;
  anew(projection: Projection): Promise<Own>;
}

const SELECT = `select ${GENERATION} from es.generations where status in ('live', 'building') order by generation`;
/** Milliseconds: so late a rebuild is noticed at most, by whoever works on the projection. */
const AGE = 300;

/** The generations of all projections, read once for all who ask within a moment. */
export const knownGenerations = (pool: Pool): Generations => {
  let known: { readonly at: number; readonly rows: readonly Generation[] } = { at: Number.NEGATIVE_INFINITY, rows: [] };
  const read = perTick(async (calls: readonly null[]) => {
    const { rows } = await pool.query<Generation>({ name: 'generations', text: SELECT });
    known = { at: performance.now(), rows };
    return calls;
  });
  const find = ({ name, version }: Projection): Own => {
    const own = known.rows.filter((generation) => generation.projection === name && generation.version === version);
    return {
      live: own.find(({ status }) => status === 'live'),
      building: own.find(({ status }) => status === 'building'),
    };
  };
  const anew = async (projection: Projection): Promise<Own> => {
    await read(null);
    const own = find(projection);
    if (own.live ?? own.building) return own;
    await ownGeneration(pool, projection);
    await read(null);
    return find(projection);
  };
  return {
    anew,
    async of(projection) {
      const own = find(projection);
      return performance.now() - known.at < AGE && (own.live ?? own.building) ? own : anew(projection);
    },
  };
};
