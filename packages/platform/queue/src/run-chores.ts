import type { Log } from './log.ts';

/** Work that comes again and again; the engine makes it. */
export interface Chore {
  readonly name: string;
  /** Milliseconds between the end of a run and the start of the next. */
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface RunningChores {
  /** Starts no more runs, and settles when those under way have ended. */
  stop(): Promise<void>;
}

/** Runs each chore again and again, never twice at once in this process. A run that fails is reported, and comes again. */
export const runChores = (chores: readonly Chore[], log: Pick<Log, 'warn'>): RunningChores => {
  let stopped = false;
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();

  const runOnce = async (chore: Chore): Promise<void> => {
    try {
      await chore.run();
    } catch (error) {
      if (!stopped) log.warn({ chore: chore.name, err: error }, 'A chore failed; it comes again');
    }
    if (!stopped) schedule(chore);
  };
  const schedule = (chore: Chore) => {
    timers.set(
      chore.name,
      setTimeout(() => running.set(chore.name, runOnce(chore)), chore.everyMs),
    );
  };
  for (const chore of chores) running.set(chore.name, runOnce(chore));

  return {
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
};
