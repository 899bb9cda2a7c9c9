const PAUSE = 20;
/** A build server is slow, and does several things at once: how much longer than at a desk is waited there. */
const PATIENCE = process.env.CI ? 4 : 1;

/**
 * Tries until it succeeds, and answers with its result; fails with the last failure when it did not `within` ms
 * (on a build server four times as long).
 * An assertion in `attempt` that fails, or `false`, is a failed try.
 */
export const eventually = async <T>(
  attempt: () => T | Promise<T>,
  { within = 5_000 }: { within?: number } = {},
): Promise<T> => {
  const deadline = Date.now() + within * PATIENCE;
  for (;;) {
    try {
      const result = await attempt();
      if (result !== false) return result;
      if (Date.now() >= deadline) throw new Error(`Still false after ${within} ms.`);
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
};
