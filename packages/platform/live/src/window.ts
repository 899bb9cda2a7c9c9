import type { Change } from './change.ts';

/** The newest changes, shared by all subscribers: every change with start < position ≤ end, and no more than `size`. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  /** The changes that follow `end`, up to the new end. */
  extend(changes: readonly Change[], end: number): void;
  /** Holds nothing any more: the next change to come follows `end`. */
  clear(end: number): void;
  /** At most `limit` changes with after < position ≤ until; `after` must not be under `start`. */
  between(after: number, until: number, limit: number): readonly Change[];
}

export const createWindow = (size: number): Window => {
  let changes: Change[] = [];
  let start = 0;
  let end = 0;

  const firstAfter = (position: number): number => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((changes[middle]?.position ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    get length() {
      return changes.length;
    },
    extend(more, newEnd) {
      changes.push(...more);
      end = Math.max(end, newEnd);
      // Cut in larger pieces, so that a full window is not copied for each change.
      if (changes.length <= size * 1.25) return;
      const dropped = changes.length - size;
      start = changes[dropped - 1]?.position ?? start;
      changes = changes.slice(dropped);
    },
    clear(newEnd) {
      changes = [];
      start = newEnd;
      end = newEnd;
    },
    between(after, until, limit) {
      if (after < start) throw new RangeError(`The window begins at ${start}, after ${after}`);
      const from = firstAfter(after);
      return changes.slice(from, Math.min(firstAfter(until), from + limit));
    },
  };
};
