import { useEffect, useReducer, useRef } from 'react';
import type { ProjectionPartsFragment } from '../../../graphql/generated/documents.ts';

const kept = 60;
const every = 1_000;
/** Kept while one goes to another room and comes back. */
const histories = new Map<string, number[]>();

/** The lag of every view over the last minute in seconds, one value a second, oldest first. */
export const useLagHistory = (
  projections: readonly ProjectionPartsFragment[] | undefined,
): ReadonlyMap<string, number[]> => {
  const latest = useRef(projections);
  latest.current = projections;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => {
      for (const { name, lagSeconds } of latest.current ?? [])
        histories.set(name, [...(histories.get(name) ?? []), lagSeconds].slice(-kept));
      redraw();
    }, every);
    return () => clearInterval(timer);
  }, []);
  return histories;
};
