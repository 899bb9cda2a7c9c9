const WARM_UP = 1_500;

/**
 * Callers that each do one thing after the other: how often per second, and how long one takes.
 * @param {number} callers
 * @param {number} seconds
 * @param {() => Promise<void>} one
 * @returns {Promise<{ rate: number, p50: number, p99: number }>} rate per second, latencies in milliseconds
 */
export const closedLoop = async (callers, seconds, one) => {
  const start = performance.now() + WARM_UP;
  const end = start + seconds * 1_000;
  /** @type {number[]} */
  const latencies = [];
  const caller = async () => {
    for (let began = performance.now(); began < end; ) {
      await one();
      const now = performance.now();
      if (began >= start && now <= end) latencies.push(now - began);
      began = now;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { rate: latencies.length / seconds, ...percentiles(latencies) };
};

/** @param {number[]} latencies in milliseconds */
export const percentiles = (latencies) => {
  const sorted = Float64Array.from(latencies).sort();
  const at = (/** @type {number} */ share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
};
