/** A whole number from 0 up to, and not including, `n`. */
export type Chance = (n: number) => number;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export const chanceOf = (seed: number): Chance => {
  let state = seed | 0;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
};
