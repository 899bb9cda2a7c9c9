import type { Consumer } from './consumer.ts';

/** Between two wakes of the outbox's lanes (ms). */
export const OUTBOX_PACE = 4;
/** Between two wakes of a process or an effect (ms): what they cause takes several steps, each of which adds one pace. */
const STEP_PACE = 10;
const [LEAST, MOST] = [4, 25];

/**
 * The time between two wakes by hints (ms). The first hint after a pause wakes at once; while they keep coming, a view
 * that may be a second old gathers for longer than one that may be a tenth of it, and does more with each statement.
 */
const paceOf = ({ kind, freshness }: Consumer): number => {
  if (kind !== 'projection' || freshness === undefined) return STEP_PACE;
  return Math.max(LEAST, Math.min(MOST, Math.round(freshness / 25)));
};

/** Consumers of one pace are woken together, so that they share a read of the feed. */
export const byPace = (consumers: readonly Consumer[]): [paceMs: number, names: string[]][] => {
  const groups = new Map<number, string[]>();
  for (const consumer of consumers) {
    const pace = paceOf(consumer);
    groups.set(pace, [...(groups.get(pace) ?? []), consumer.name]);
  }
  return [...groups];
};
