/**
 * An amount in shares that add up to it, in proportion to the weights (whole numbers ≥ 0), by largest remainder: each gets
 * its share rounded down, and what is left goes one by one to those that were cut most, the earlier first. Without any
 * weight the first takes all.
 */
export const spread = (amount: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? amount : 0));
  const sign = amount < 0 ? -1n : 1n;
  const whole = sign * BigInt(amount);
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, share: product / sum, rest: product % sum };
  });
  const left = Number(whole - shares.reduce((total, { share }) => total + share, 0n));
  const cutMost = [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const favoured = new Set(cutMost.slice(0, left).map(({ index }) => index));
  return shares.map(({ index, share }) => Number(sign * (share + (favoured.has(index) ? 1n : 0n))));
};
