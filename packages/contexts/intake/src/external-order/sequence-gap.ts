import type { MessageRef } from './message.ts';

/** The numbers that are missing before the highest one known: a channel numbers an order's messages from 1. */
export const missingNumbers = (messages: readonly MessageRef[]): readonly number[] => {
  const known = new Set(messages.flatMap(({ sequence }) => sequence ?? []));
  const highest = Math.max(0, ...known);
  // A first number of a million is no million messages under way: what is named is the beginning of the gap.
  const missing: number[] = [];
  for (let number = 1; number < highest && missing.length < 100; number += 1)
    if (!known.has(number)) missing.push(number);
  return missing;
};

/** True where a number before its own is missing. */
export const isBehindGap = ({ sequence }: MessageRef, missing: readonly number[]): boolean =>
  sequence !== null && missing.some((number) => number < sequence);
