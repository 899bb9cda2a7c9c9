import { type BatchItem, type BatchResult, streamsOf } from './batch-item.ts';
import { breakUnlessAppended, brokenStream } from './chain.ts';
import { isLostConnection, persistently } from './persistently.ts';

interface Job {
  readonly item: BatchItem;
  /** What no two batches in flight may share: the command and its streams. */
  readonly claims: readonly string[];
  readonly several: boolean;
  readonly resolve: (result: BatchResult) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions {
  /** Batches in flight at once, beside the lane of items with several streams. */
  readonly lanes?: number;
  /** Smaller batches are not split over the lanes. */
  readonly leastItems?: number;
  readonly mostItems?: number;
}

type Send = (items: readonly BatchItem[]) => Promise<readonly BatchResult[]>;

/**
 * Collects what is submitted in one turn of the event loop, or while all lanes are busy, into batches. A stream is in
 * one batch in flight at a time, and its items stay in their order. Items with several streams have a lane of their
 * own, so that waiting for a busy stream (numbering) never makes the others wait.
 */
export const createBatcher = (send: Send, { lanes = 2, leastItems = 32, mostItems = 128 }: BatcherOptions = {}) => {
  let pending: Job[] = [];
  let scheduled = false;
  const flying = { single: 0, several: 0 };
  let itemsInFlight = 0;
  const claimed = new Set<string>();

  /** The next jobs of a lane; whatever shares a claim with a job that has to wait, waits behind it. */
  const take = (several: boolean): readonly Job[] => {
    // Shared out over the lanes, so that Postgres works on one batch while this process prepares the other.
    const share = several ? mostItems : Math.ceil((pending.length + itemsInFlight) / lanes);
    const most = Math.min(mostItems, Math.max(leastItems, share));
    const taken: Job[] = [];
    const left: Job[] = [];
    const blocked = new Set<string>();
    let index = 0;
    for (; index < pending.length && taken.length < most; index += 1) {
      const job = pending[index] as Job;
      const free = job.several === several && job.claims.every((claim) => !claimed.has(claim) && !blocked.has(claim));
      if (free) taken.push(job);
      else for (const claim of job.claims) blocked.add(claim);
      if (!free) left.push(job);
    }
    if (taken.length > 0) pending = left.concat(pending.slice(index));
    return taken;
  };

  const fly = async (jobs: readonly Job[], lane: keyof typeof flying): Promise<void> => {
    flying[lane] += 1;
    itemsInFlight += jobs.length;
    for (const { claims } of jobs) for (const claim of claims) claimed.add(claim);
    await settle(jobs);
    for (const { claims } of jobs) for (const claim of claims) claimed.delete(claim);
    flying[lane] -= 1;
    itemsInFlight -= jobs.length;
    pump();
  };

  const settle = async (all: readonly Job[]): Promise<void> => {
    const jobs = all.filter(({ item, resolve }) => {
      const streamId = brokenStream(item);
      if (streamId !== undefined) resolve({ result: 'broken', streamId });
      return streamId === undefined;
    });
    if (jobs.length === 0) return;
    try {
      const results = await persistently(() => send(jobs.map(({ item }) => item)));
      for (const [index, { item, resolve }] of jobs.entries()) {
        const result = results[index] as BatchResult;
        breakUnlessAppended(item, result);
        resolve(result);
      }
    } catch (error) {
      // One bad item must not fail its neighbours.
      if (jobs.length > 1 && !isLostConnection(error)) {
        for (const job of jobs) await settle([job]);
        return;
      }
      for (const { item, reject } of jobs) {
        breakUnlessAppended(item);
        reject(error);
      }
    }
  };

  const pump = (): void => {
    scheduled = false;
    for (const [lane, most] of [
      ['several', 1],
      ['single', lanes],
    ] as const) {
      while (pending.length > 0 && flying[lane] < most) {
        const jobs = take(lane === 'several');
        if (jobs.length === 0) break;
        void fly(jobs, lane);
      }
    }
  };

  return {
    submit: (item: BatchItem): Promise<BatchResult> =>
      new Promise((resolve, reject) => {
        const streams = streamsOf(item);
        const claims = [item.command.commandId, ...streams.map(({ streamId }) => streamId)];
        pending.push({ item, claims, several: streams.length > 1, resolve, reject });
        if (scheduled) return;
        scheduled = true;
        setImmediate(pump);
      }),
  };
};
