import type { Drained } from './consumer.ts';

/**
 * Takes steps until nothing is left, the time is spent, or nothing can be done now: then the caller comes again, and this
 * process does not spin.
 */
export const drainSteps = async (step: () => Promise<Drained>, budgetMs: number): Promise<Drained> => {
  const until = Date.now() + budgetMs;
  let handled = 0;
  for (;;) {
    const drained = await step();
    handled += drained.handled;
    const stuck = drained.handled === 0;
    if (drained.caughtUp || drained.busy || stuck || Date.now() >= until) return { ...drained, handled };
  }
};
