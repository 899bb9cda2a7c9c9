import type { Client, TypedDocumentNode } from '@urql/core';
import type { Change } from './change.ts';

export type Failure = { message: string; unreachable: boolean };
export type Reading<Data> = { data: Data | undefined; failure: Failure | undefined; fetching: boolean };

type Entry = {
  reading: Reading<unknown>;
  listeners: Set<() => void>;
  concern: Concern;
  read: () => Promise<Reading<unknown>>;
  startedAt: number;
  /** How long the last reading took: a slow API is asked less often. */
  took: number;
  again: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/** A burst of changes costs a view one reading per this many milliseconds. */
const rest = 120;
const kept = 80;
/** A reading that found no API is tried again by itself after this many milliseconds. */
const retryAfter = 2_000;

/** The last answer of every query on screen, read again when a change concerns it. */
export type QueryStore = {
  read: <Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    concern?: Concern,
  ) => Handle<Data>;
  apply: (change: Change) => void;
  rereadAll: () => void;
  /** Told when everything is to be read again. */
  onReread: (listener: () => void) => () => void;
};
/** What a query is about: changes of these topics (prefixes of projections' names), and of this row alone. */
export type Concern = { topics?: readonly string[] | undefined; key?: string | undefined };
export type Handle<Data> = {
  get: () => Reading<Data>;
  subscribe: (listener: () => void) => () => void;
  retry: () => void;
};

const concerns = ({ concern: { topics, key } }: Entry, change: Change) =>
  (topics === undefined || change.topics.some((topic) => topics.some((wanted) => topic.startsWith(wanted)))) &&
  (key === undefined || change.aggregateId === key || change.keys.includes(key));

/** Asks once. `fetching` of the answer is always false. */
export const askOnce = async <Data, Variables extends Record<string, unknown>>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Reading<Data>> => {
  const { data, error } = await client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
  const failure = error && {
    message: error.graphQLErrors[0]?.message ?? error.networkError?.message ?? error.message,
    unreachable: Boolean(error.networkError),
  };
  return { data: data ?? undefined, failure, fetching: false };
};

export const createQueryStore = (client: Client): QueryStore => {
  const entries = new Map<string, Entry>();
  const rereadListeners = new Set<() => void>();

  const publish = (entry: Entry, reading: Reading<unknown>) => {
    entry.reading = reading;
    for (const tell of [...entry.listeners]) tell();
  };

  const run = async (entry: Entry) => {
    entry.startedAt = Date.now();
    entry.again = false;
    publish(entry, { ...entry.reading, fetching: true });
    const answer = await entry.read();
    entry.took = Date.now() - entry.startedAt;
    // What was read before stays on screen while the API is away.
    publish(entry, answer.failure ? { ...answer, data: answer.data ?? entry.reading.data } : answer);
    if (answer.failure?.unreachable) setTimeout(() => entry.listeners.size > 0 && schedule(entry), retryAfter);
    if (entry.again) schedule(entry);
  };

  const schedule = (entry: Entry) => {
    if (entry.reading.fetching) {
      entry.again = true;
      return;
    }
    if (entry.timer) return;
    const wait = Math.max(0, entry.startedAt + Math.max(rest, entry.took) - Date.now());
    entry.timer = setTimeout(() => {
      entry.timer = undefined;
      void run(entry);
    }, wait);
  };

  const forgetOldest = () => {
    for (const [key, entry] of entries) {
      if (entries.size <= kept) return;
      if (entry.listeners.size === 0) entries.delete(key);
    }
  };

  return {
    read: (document, variables, concern = {}) => {
      type Data = typeof document extends TypedDocumentNode<infer D, infer _> ? D : never;
      const definition = document.definitions[0];
      const name = definition?.kind === 'OperationDefinition' ? definition.name?.value : undefined;
      const key = `${name}${JSON.stringify(variables)}`;
      const known = entries.get(key);
      const entry: Entry = known ?? {
        reading: { data: undefined, failure: undefined, fetching: false },
        listeners: new Set(),
        concern,
        read: () => askOnce(client, document, variables),
        startedAt: 0,
        took: 0,
        again: false,
        timer: undefined,
      };
      if (!known) {
        entries.set(key, entry);
        forgetOldest();
      }
      return {
        get: () => entry.reading as Reading<Data>,
        subscribe: (listener) => {
          entry.listeners.add(listener);
          if (entry.listeners.size === 1) schedule(entry);
          return () => entry.listeners.delete(listener);
        },
        retry: () => schedule(entry),
      };
    },
    apply: (change) => {
      for (const entry of entries.values()) if (entry.listeners.size > 0 && concerns(entry, change)) schedule(entry);
    },
    rereadAll: () => {
      for (const entry of entries.values()) if (entry.listeners.size > 0) schedule(entry);
      for (const tell of rereadListeners) tell();
    },
    onReread: (listener) => {
      rereadListeners.add(listener);
      return () => rereadListeners.delete(listener);
    },
  };
};
