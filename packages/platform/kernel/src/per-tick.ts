interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface PerTickOptions {
  /** Requests in one ask. */
  readonly most?: number;
  /** Asks under way at once; while so many are, requests collect for the next. */
  readonly flights?: number;
  /** True for failures that say nothing about a single request (a lost connection): they are everybody's. */
  readonly isShared?: (error: unknown) => boolean;
}

/**
 * Makes the many look-ups of one turn of the event loop one: `ask` gets the requests, and answers in their order. Under
 * load it collects for as long as earlier asks are under way, so that the busier it is, the fewer it asks. If an ask
 * fails for several, each is asked on its own, so that one bad request never fails its neighbours. For reads only.
 */
export const perTick = <Request, Answer>(
  ask: (requests: readonly Request[]) => Promise<readonly Answer[]>,
  { most = 256, flights = 2, isShared = () => false }: PerTickOptions = {},
): ((request: Request) => Promise<Answer>) => {
  let waiting: Waiting<Request, Answer>[] = [];
  let flying = 0;
  let scheduled = false;

  const settle = async (calls: readonly Waiting<Request, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(calls.map(({ request }) => request));
      for (const [index, { resolve }] of calls.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      if (calls.length === 1 || isShared(error)) for (const { reject } of calls) reject(error);
      else for (const call of calls) await settle([call]);
    }
  };

  const flush = (): void => {
    scheduled = false;
    while (waiting.length > 0 && flying < flights) {
      const calls = waiting.slice(0, most);
      waiting = waiting.slice(most);
      flying += 1;
      void settle(calls).then(() => {
        flying -= 1;
        flush();
      });
    }
  };

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      if (scheduled) return;
      scheduled = true;
      setImmediate(flush);
    });
};
