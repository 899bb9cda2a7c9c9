import { createClient } from 'graphql-sse';

const CHANGES = `subscription ($after: Cursor, $ids: [ID!]) {
  changes(after: $after, ids: $ids) {
    __typename
    ... on Change { cursor event stream version position }
    ... on TooLongAway { cursor }
  }
}`;

export interface SeenChange {
  readonly cursor: string;
  readonly event: string;
  readonly stream: string;
  readonly version: number;
  readonly position: number;
}
type Pushed = {
  readonly changes: ({ readonly __typename: 'Change' } & SeenChange) | { readonly __typename: 'TooLongAway' };
};

export interface Watcher {
  readonly seen: readonly SeenChange[];
  /** Connections made; more than one: it was cut off. */
  readonly connections: () => number;
  /** What it was told that it could not go on from; must stay empty. */
  readonly problems: readonly string[];
  readonly stop: () => void;
}

export interface WatchOptions {
  /** Tried in turn, connection by connection. */
  readonly urls: readonly string[];
  readonly after?: string;
  readonly ids?: readonly string[];
}

/**
 * A subscriber as a browser is one: when it is cut off it connects again, to the next server, and goes on from the last
 * change it has seen.
 */
export const watch = ({ urls, after = '0', ids }: WatchOptions): Watcher => {
  const seen: SeenChange[] = [];
  const problems: string[] = [];
  let connections = 0;
  const client = createClient({
    url: () => {
      const url = urls[connections % urls.length];
      connections += 1;
      return `${url}/graphql`;
    },
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: () => new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 50)),
  });
  // Read for each connection: the cursor of the last change that arrived.
  const variables = {
    get after() {
      return seen.at(-1)?.cursor ?? after;
    },
    ...(ids ? { ids } : {}),
  };
  const stop = client.subscribe<Pushed>(
    { query: CHANGES, variables },
    {
      next({ data, errors }) {
        for (const { message } of errors ?? []) problems.push(message);
        if (data?.changes.__typename === 'Change') seen.push(data.changes);
        else if (data) problems.push('too long away');
      },
      error: (error) => problems.push(error instanceof Error ? error.message : JSON.stringify(error)),
      complete: () => {},
    },
  );
  const leave = () => {
    stop();
    client.dispose();
  };
  return { seen, connections: () => connections, problems, stop: leave };
};
