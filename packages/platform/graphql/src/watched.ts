import { setTimeout as wait } from 'node:timers/promises';
import { Repeater } from 'graphql-yoga';
import type { GraphContext } from './context.ts';

const INTERVAL = 1_000;

/** What `read` says now, and then every second while it differs. Ends with its subscriber, or with the process. */
export const watched = <T>(
  { stopping }: Pick<GraphContext, 'stopping'>,
  read: () => Promise<T>,
  isSame: (a: T, b: T) => boolean,
): AsyncIterable<T> =>
  new Repeater<T>(async (push, stop) => {
    let shown: { readonly value: T } | undefined;
    let ended = false;
    const end = stop.then(() => {
      ended = true;
    });
    stopping.addEventListener('abort', () => stop(), { once: true });
    while (!ended && !stopping.aborted) {
      const value = await read();
      if (!shown || !isSame(shown.value, value)) await push(value);
      shown = { value };
      await Promise.race([end, wait(INTERVAL, undefined, { ref: false })]);
    }
    stop();
  });
