import type { ConsumerKey } from '../checkpoint.ts';

/** Where one generation of counters lives: a hash tag of its own, so that its keys stay together on a cluster. */
export interface CounterKeys {
  /** position, epoch, parks, target */
  readonly meta: string;
  /** By key: a row as JSON. */
  readonly rows: string;
  /** By name: a sum. */
  readonly counts: string;
}

export const counterKeys = ({ consumer, generation, shard }: ConsumerKey): CounterKeys => {
  const tag = `{waybill:counters:${consumer}:${generation}:${shard}}`;
  return { meta: `${tag}:meta`, rows: `${tag}:rows`, counts: `${tag}:counts` };
};
