import { actorName } from '../lib/actor-name.ts';
import type { Change } from './change.ts';

export type Trace = { at: number; actor: string; summary: string };

const lingering = 60_000;
const glowing = 1_200;

/** Who touched which row in the last minute, by every key a change names. */
export type RecentChanges = {
  note: (change: Change) => void;
  of: (key: string) => Trace | undefined;
  subscribe: (listener: () => void) => () => void;
};

export const createRecentChanges = (): RecentChanges => {
  const traces = new Map<string, Trace>();
  const listeners = new Set<() => void>();
  let told = true;
  let sweeping = false;

  /** A burst of changes is told once. */
  const tell = () => {
    if (!told) return;
    told = false;
    setTimeout(() => {
      told = true;
      for (const listener of [...listeners]) listener();
    }, 0);
  };
  const isRecent = ({ at }: Trace) => Date.now() - at < lingering;
  const sweep = () => {
    sweeping = false;
    for (const [key, trace] of traces) if (!isRecent(trace)) traces.delete(key);
    tell();
    if (traces.size > 0) sweepLater();
  };
  const sweepLater = () => {
    if (sweeping) return;
    sweeping = true;
    setTimeout(sweep, lingering / 6);
  };

  return {
    note: (change) => {
      const at = Date.now();
      // A change that was caught up on after a long absence is no news.
      if (at - new Date(change.recordedAt).getTime() > lingering) return;
      const trace: Trace = { at, actor: actorName(change.actor), summary: change.summary };
      for (const key of new Set([...change.keys, change.aggregateId])) {
        const before = traces.get(key);
        // A person is named for as long as the row glows, even where the processes answer in the same breath.
        const keep = before && change.actor.kind !== 'user' && at - before.at < glowing;
        traces.set(key, keep ? { ...before, at } : trace);
      }
      sweepLater();
      tell();
    },
    of: (key) => {
      const trace = traces.get(key);
      return trace && isRecent(trace) ? trace : undefined;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
