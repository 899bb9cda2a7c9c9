import { stringifyDocument } from '@urql/core';
import { createClient } from 'graphql-sse';
import { ChangesDocument, type ChangesSubscription } from '../graphql/generated/documents.ts';
import type { Change } from './change.ts';
import { createSignal, type Signal } from './signal.ts';

/** `connecting` until the first answer; `reconnecting` whenever it was lost: nothing is missed, the cursor goes on. */
export type FeedState = { status: 'connecting' | 'live' | 'reconnecting'; since: number };

export type ChangeFeed = {
  state: Signal<FeedState>;
  /** Each change once, in order. */
  onChange: (listener: (change: Change) => void) => () => void;
  /** What is on screen may be old, and no cursor says by how much: read everything again. */
  onGap: (listener: () => void) => () => void;
  start: () => () => void;
};

const remembered = 2_000;

/** Between 0.1 s and 3 s, spread so that many browsers do not come back at once. */
const pause = (retries: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.min(3_000, 200 * 2 ** retries) * (0.5 + Math.random() / 2)));

/** The one subscription of a browser tab. It never gives up, and resumes after the last cursor it was given. */
export const createChangeFeed = (url: string, headers: () => Record<string, string>): ChangeFeed => {
  const state = createSignal<FeedState>({ status: 'connecting', since: Date.now() });
  const changeListeners = new Set<(change: Change) => void>();
  const gapListeners = new Set<() => void>();
  const seen = new Set<string>();
  /** Written anew with every request, so that a retry carries the latest cursor. */
  const variables: { after?: string } = {};

  const become = (status: FeedState['status']) => {
    if (state.get().status !== status) state.set({ status, since: Date.now() });
  };

  const firstTime = (cursor: string) => {
    if (seen.has(cursor)) return false;
    seen.add(cursor);
    if (seen.size > remembered) {
      const [oldest] = seen;
      if (oldest !== undefined) seen.delete(oldest);
    }
    return true;
  };

  const take = ({ changes }: ChangesSubscription) => {
    variables.after = changes.cursor;
    if (changes.__typename === 'TooLongAway') {
      for (const tell of gapListeners) tell();
    } else if (firstTime(changes.cursor)) {
      for (const tell of changeListeners) tell(changes);
    }
  };

  const start = () => {
    const client = createClient({ url, headers, retryAttempts: Number.POSITIVE_INFINITY, retry: pause });
    let stopped = false;
    let attempts = 0;

    const listen = () => {
      if (stopped) return;
      // The server ended the stream, or refused it in a way that graphql-sse does not retry: begin again all the same.
      const again = () => {
        if (stopped) return;
        become('reconnecting');
        attempts += 1;
        void pause(attempts).then(listen);
      };
      let ended = false;
      const end = () => {
        if (ended) return;
        ended = true;
        again();
      };
      const unsubscribe = client.subscribe<ChangesSubscription>(
        { query: stringifyDocument(ChangesDocument), variables },
        {
          next: ({ data, errors }) => {
            if (data) {
              attempts = 0;
              take(data);
            } else if (errors) {
              // A cursor that the server cannot read any more would be refused for ever.
              delete variables.after;
              unsubscribe();
              end();
            }
          },
          error: end,
          complete: end,
        },
        {
          connecting: (retrying) => {
            if (retrying) become('reconnecting');
          },
          connected: () => {
            become('live');
            if (variables.after === undefined) for (const tell of gapListeners) tell();
          },
        },
      );
    };
    listen();
    return () => {
      stopped = true;
      client.dispose();
    };
  };

  return {
    state,
    start,
    onChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onGap: (listener) => {
      gapListeners.add(listener);
      return () => gapListeners.delete(listener);
    },
  };
};
