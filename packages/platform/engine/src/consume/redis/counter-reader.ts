import type { Counters } from '../../define/counters.ts';
import { counterKey } from './counter-consumer.ts';
import { counterKeys } from './counter-keys.ts';
import type { RedisPort } from './redis-port.ts';
import { READ } from './scripts.ts';

export interface CountersRead {
  /** Every event up to here is counted. */
  readonly position: number;
  /** What was there when counting began anew: below it, the counters are too small. */
  readonly target: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** The counters as of one moment; undefined where Redis has none, or is away. */
export type ReadCounters = (counters: Pick<Counters, 'name' | 'version'>) => Promise<CountersRead | undefined>;

const isTexts = (value: unknown): value is (string | null)[] => Array.isArray(value);

/** `onFailure`: Redis was there and the read failed all the same. It is answered as if there were none, and said. */
export const createCounterReader =
  (redis: RedisPort, onFailure: (error: unknown) => void): ReadCounters =>
  async (counters) => {
    if (redis.status !== 'ready') return undefined;
    const keys = counterKeys(counterKey(counters));
    const answer: unknown = await redis.eval(READ, 2, keys.meta, keys.counts).catch(onFailure);
    if (!Array.isArray(answer) || !isTexts(answer[0]) || !isTexts(answer[1])) return undefined;
    const [[position, target], flat] = [answer[0], answer[1]];
    if (!position || !target) return undefined;
    const counts = new Map<string, number>();
    for (let at = 0; at < flat.length; at += 2) counts.set(String(flat[at]), Number(flat[at + 1]));
    return { position: Number(position), target: Number(target), counts };
  };
