import { v5, v7, validate } from 'uuid';

/** The root of all derived ids of this system: the same names give the same ids on every machine. */
const NAMESPACE = '6f2c1d3e-58b4-5e0a-9d0b-0a1b7c4e7a11';

// Randomness for many ids at once: asking for it one by one is most of the cost of an id.
const pool = new Uint8Array(16 * 256);
let used = pool.length;
let msecs = 0;
let seq = 0;

/** A new time-ordered id (UUIDv7); those of one process are in the order of their making. */
export const newId = (): string => {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // A start far under the counter's 32 bits: it cannot run over within the millisecond.
    seq = ((random[6] ?? 0) << 16) | ((random[7] ?? 0) << 8) | (random[8] ?? 0);
  } else seq += 1;
  return v7({ random, msecs, seq });
};
/** An id that is a pure function of its names (UUIDv5): used where a repeat must give the same id. */
export const derivedId = (...names: readonly (string | number)[]): string => v5(names.join('\u001f'), NAMESPACE);
export const isId = (text: string): boolean => validate(text);
