import type { Recorded } from '../define/event.ts';
import type { Projection } from '../define/projection.ts';

/** A row of a projection, with the position of the last event that was folded into it. */
export type FoldedRow = Readonly<Record<string, unknown>> & { readonly updatedPosition: number };

/** The rows a projection has after these events and no others, by key: its own fold, in memory. Pure. */
export const foldRows = (projection: Projection, events: readonly Recorded[]): ReadonlyMap<string, FoldedRow> => {
  const followed = new Set(projection.events.map(({ type }) => type));
  const rows = new Map<string, FoldedRow>();
  for (const event of events) {
    if (!followed.has(event.type)) continue;
    for (const key of projection.keys(event)) {
      const row = projection.evolve(rows.get(key), event, key);
      if (row) rows.set(key, { ...row, updatedPosition: event.position });
      else rows.delete(key);
    }
  }
  return rows;
};
