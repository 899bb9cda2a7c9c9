/**
 * Calls that come while a run is under way share the next one: it begins after them, so it sees what they came for.
 * Between the end of a run and the next there are at least `gapMs`.
 */
export const sharedNext = (run: () => Promise<void>, gapMs = 0): (() => Promise<void>) => {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let ended = Number.NEGATIVE_INFINITY;

  const begin = (): Promise<void> => {
    next = undefined;
    const started = run().finally(() => {
      ended = performance.now();
      if (current === started) current = undefined;
    });
    current = started;
    return started;
  };
  const later = async (): Promise<void> => {
    await current?.catch(() => undefined); // those who asked for that run were told
    const wait = ended + gapMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return begin();
  };

  return () => {
    if (next) return next;
    if (!current && performance.now() - ended >= gapMs) return begin();
    next = later();
    return next;
  };
};
