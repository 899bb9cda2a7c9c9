import pg from 'pg';

const ATTEMPTS = 10;
const LONGEST_PAUSE = 400;
/** Serialisation failure and deadlock: Postgres itself says to come again. */
const COME_AGAIN = new Set(['40001', '40P01']);

/**
 * Tries again what may be tried again: a lost race, and a lost connection. After a lost connection it is not known
 * whether the batch was committed; it is safe because command ids make a repeat answer with the stored outcome.
 */
export const persistently = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === ATTEMPTS || !(isRace(error) || isLostConnection(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(5 * 2 ** attempts, LONGEST_PAUSE) * Math.random()));
    }
  }
};

const isRace = (error: unknown): boolean => error instanceof pg.DatabaseError && COME_AGAIN.has(error.code ?? '');

/** The connection broke, or the server ended it (class 57P) or is not there (class 08). */
export const isLostConnection = (error: unknown): boolean => {
  if (error instanceof pg.DatabaseError) return /^(57P0|08)/.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(ECONN|EPIPE|ETIMEDOUT)/.test(code) ||
    /^Connection terminated|connection timeout|connection error and is not queryable/i.test(error.message)
  );
};
