import type { Counters } from '../../define/counters.ts';
import type { ConsumerKey, Move } from '../checkpoint.ts';
import type { Row, RowStore } from '../row-store.ts';
import { changesOf } from './count-changes.ts';
import { counterKeys } from './counter-keys.ts';
import type { RedisPort } from './redis-port.ts';
import { BEGIN, SAVE } from './scripts.ts';

export interface CounterState {
  readonly position: number;
  readonly parks: number;
}

/** The part of a step that must be in Postgres: letters before the rows are written, the checkpoint after. */
export interface CounterLog {
  /** Stores what is parked; answers with the park's number from then on, or undefined where the step is out of date. */
  park(step: Parameters<RowStore['save']>[0]): Promise<number | undefined>;
  moved(move: Move): Promise<boolean>;
}

export interface RedisRows extends RowStore {
  /** Where the data stands; undefined where there is none. */
  state(): Promise<CounterState | undefined>;
  /** Throws all data away. False: a newer epoch has written. `target`: complete again from this position on. */
  begin(epoch: number, parks: number, target: number): Promise<boolean>;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const rowOf = (text: string): Row => {
  const row: unknown = JSON.parse(text);
  if (!isRow(row)) throw new Error('A row of counters in Redis is no object: wipe Redis, and they are counted anew.');
  return row;
};

/**
 * Rows and their sums in Redis. Its `save` is one call of a script there: position, epoch and data together. Postgres is
 * told afterwards; where that fails, the data is ahead of the checkpoint, which follows it on the next turn.
 */
export const redisRows = (redis: RedisPort, of: ConsumerKey, counters: Counters, log: CounterLog): RedisRows => {
  const keys = counterKeys(of);
  const all = [keys.meta, keys.rows, keys.counts];
  // What the rows of the last load were: the counts that they stood for are what a save takes back.
  let loaded = new Map<string, Row>();
  return {
    async state() {
      const [position, parks] = await redis.hmget(keys.meta, 'position', 'parks');
      return position && parks ? { position: Number(position), parks: Number(parks) } : undefined;
    },
    async begin(epoch, parks, target) {
      return (await redis.eval(BEGIN, all.length, ...all, epoch, parks, target)) === 1;
    },
    async load(wanted) {
      const texts = wanted.length === 0 ? [] : await redis.hmget(keys.rows, ...wanted);
      loaded = new Map();
      for (const [at, text] of texts.entries()) {
        const key = wanted[at];
        if (key !== undefined && text) loaded.set(key, rowOf(text));
      }
      return loaded;
    },
    async save(step) {
      const parks = await log.park(step);
      if (parks === undefined) return false;
      const { rows, gone, counts } = changesOf(counters, loaded, step);
      const { from, to, epoch } = step;
      const data = [rows, gone, counts].map((part) => JSON.stringify(part));
      const saved = await redis.eval(SAVE, all.length, ...all, from, to, epoch, step.parks, parks, ...data);
      return saved === 1 && (await log.moved({ from, to, epoch, parks }));
    },
  };
};
