/**
 * Runs at once when the last run is `gapMs` ago, else when it will be: calls of a burst share a run, a single one does
 * not wait. `stop` drops what has not run.
 */
export const gathered = (run: () => void, gapMs: number): { readonly call: () => void; readonly stop: () => void } => {
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    timer = undefined;
    last = performance.now();
    run();
  };
  return {
    call() {
      if (timer) return;
      const wait = last + gapMs - performance.now();
      if (wait <= 0) now();
      else timer = setTimeout(now, wait);
    },
    stop() {
      clearTimeout(timer);
    },
  };
};
