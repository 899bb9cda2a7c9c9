import type { Consumer, Drained } from './consumer.ts';

export interface DrainLoop {
  readonly consumer: Consumer;
  /** There may be something: drains soon. Any number of wakes before it starts are one. */
  wake(): void;
  /** One slice in its turn: never two drains of a consumer at once in a process. */
  slice(budgetMs: number): Promise<Drained>;
  /** Starts nothing new, and settles when the running slice has ended. */
  stop(): Promise<void>;
}

export interface DrainLoopOptions {
  readonly budgetMs: number;
  /** How long a process waits that found another one at work; its wakes cost the owner nothing meanwhile. */
  readonly deferMs?: number;
  /** `woken`: the slice was started by a wake, not by a caller of `slice`. */
  readonly onDrained: (consumer: Consumer, drained: Drained, woken: boolean) => void;
  readonly onError: (consumer: Consumer, error: unknown, failures: number) => void;
}

/** After failures in a row: 0.1 s, 0.2 s, 0.4 s … 5 s. */
export const backoff = (failures: number): number => Math.min(100 * 2 ** (failures - 1), 5_000);
/** After slices in a row that could do nothing of what waits: 10 ms, 20 ms, 40 ms … 0.3 s. */
const nap = (stuck: number): number => Math.min(10 * 2 ** (stuck - 1), 300);

/** The turns of one consumer in this process. Who owns it is decided by its checkpoint's lock, not here. */
export const createDrainLoop = (consumer: Consumer, options: DrainLoopOptions): DrainLoop => {
  const { budgetMs, deferMs = 110, onDrained, onError } = options;
  let turn: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let napping: NodeJS.Timeout | undefined;
  let wanted = false;
  let stopped = false;
  let failures = 0;
  let stuck = 0;
  // Who found it busy leaves it to the other one for a moment, until a late look finds it free.
  let owner = true;

  const drain = async (budget: number, woken: boolean): Promise<Drained> => {
    wanted = false;
    try {
      const drained = await consumer.drain(budget);
      failures = 0;
      owner = !drained.busy;
      stuck = !drained.caughtUp && !drained.busy && drained.handled === 0 ? stuck + 1 : 0;
      onDrained(consumer, drained, woken);
      // Work waits that is not ready yet: come again soon, do not spin; a wake comes sooner.
      clearTimeout(napping);
      if (stuck > 0 && !stopped) napping = setTimeout(wake, nap(stuck));
      return drained;
    } catch (error) {
      failures += 1;
      onError(consumer, error, failures);
      throw error;
    }
  };

  const inTurn = (budget: number, woken: boolean): Promise<Drained> => {
    const mine = turn.then(() => drain(budget, woken));
    turn = mine.catch(() => undefined); // reported by drain; the next turn is not to blame
    return mine;
  };

  const wake = () => {
    if (wanted || stopped) return;
    wanted = true;
    const start = () => {
      timer = undefined;
      inTurn(budgetMs, true).catch(() => undefined); // reported by drain
    };
    const delay = failures > 0 ? backoff(failures) : owner ? 0 : deferMs;
    if (delay === 0) start();
    else timer = setTimeout(start, delay);
  };

  return {
    consumer,
    slice: (budget) => inTurn(budget, false),
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(napping);
      await turn;
    },
  };
};
