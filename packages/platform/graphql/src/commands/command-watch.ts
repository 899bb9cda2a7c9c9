import type { Pool } from 'pg';
import type { GraphServices } from '../context.ts';

/** Tells when commands have their outcome; one look at the store serves all who wait in this process. */
export interface CommandWatch {
  /** Settles once the command is accepted, rejected, failed or cancelled; also where it was before. */
  completed(commandId: string, signal: AbortSignal): Promise<void>;
}

/** A command that was refused gives no hint, and a hint may be lost: looked at this often (ms) while someone waits. */
const EVERY = 500;
const COMPLETED = `
  select command_id as id from es.commands where command_id = any($1::uuid[])
  union
  select command_id from es.queued_commands where command_id = any($1::uuid[]) and status <> 'queued'`;

const createWatch = (pool: Pool, onHint: GraphServices['onHint']): CommandWatch => {
  const waiting = new Map<string, Set<() => void>>();
  let looking = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let deaf: (() => void) | undefined;

  const look = async (): Promise<void> => {
    const { rows } = await pool.query<{ id: string }>(COMPLETED, [[...waiting.keys()]]);
    for (const { id } of rows) for (const settle of waiting.get(id) ?? []) settle();
  };
  /** One look at a time; what comes up meanwhile is a reason for another. */
  const lookAgain = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    while (again && waiting.size > 0) {
      again = false;
      // Without an answer the next look by the timer has to do.
      await look().catch(() => undefined);
    }
    looking = false;
  };
  const lookSoon = () => void lookAgain();
  const listen = () => {
    timer ??= setInterval(lookSoon, EVERY);
    deaf ??= onHint(({ kind }) => {
      if (kind === 'completed' || kind === 'committed') lookSoon();
    });
  };
  const leave = (commandId: string, settle: () => void) => {
    const others = waiting.get(commandId);
    others?.delete(settle);
    if (others?.size === 0) waiting.delete(commandId);
    if (waiting.size > 0) return;
    clearInterval(timer);
    deaf?.();
    timer = undefined;
    deaf = undefined;
  };

  return {
    completed: (commandId, signal) =>
      new Promise((resolve) => {
        const settle = () => {
          signal.removeEventListener('abort', settle);
          leave(commandId, settle);
          resolve();
        };
        signal.addEventListener('abort', settle);
        waiting.set(commandId, (waiting.get(commandId) ?? new Set()).add(settle));
        listen();
        lookSoon();
      }),
  };
};

const watches = new WeakMap<Pool, CommandWatch>();
/** The one of this process. */
export const commandWatch = ({ pool, onHint }: Pick<GraphServices, 'pool' | 'onHint'>): CommandWatch => {
  const watch = watches.get(pool) ?? createWatch(pool, onHint);
  watches.set(pool, watch);
  return watch;
};
