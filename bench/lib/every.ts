import { performance } from 'node:perf_hooks';

/** Starts `work` at a fixed rate, however long each takes (an open loop); settles when the last one has ended. */
export const every = async (
  perSecond: number,
  seconds: number,
  work: (index: number) => Promise<void>,
): Promise<void> => {
  const count = perSecond * seconds;
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = start + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    running.push(work(index));
  }
  await Promise.all(running);
};
