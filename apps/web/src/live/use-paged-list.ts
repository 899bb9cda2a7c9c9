import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Change } from './change.ts';
import { askOnce, type Failure } from './query-store.ts';
import { useWaybill } from './waybill.tsx';

type PageVariables = { first: number; after?: string | null };
type Page<Row> = { nodes: Row[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };

type ListOptions<Data, Row, Variables extends PageVariables> = {
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, 'first' | 'after'>;
  page: (data: Data) => Page<Row>;
  /** Reads one row by its id; null where it is gone. */
  readRow: (id: string, row: Row) => Promise<Row | null>;
  topics: readonly string[];
  /** Rows are sums, and no change names the ones that it touches: all that are shown are read again. */
  sums?: boolean;
};

type ListState<Row> = {
  rows: Row[] | undefined;
  /** Rows that came after the list was read: announced, not shown. */
  fresh: number;
  endCursor: string | null;
  hasMore: boolean;
  fetching: boolean;
  failure: Failure | undefined;
};

const pageSize = 50;
const windowSize = 100;
/** Beyond this many changed rows outside of the window, they wait for the next reading. */
const singles = 20;
const rest = 150;
const retryAfter = 2_000;

const remembered = new Map<string, ListState<unknown>>();
const blank = { rows: undefined, fresh: 0, endCursor: null, hasMore: false, fetching: true, failure: undefined };

/**
 * A keyset-paged list that stays where the reader is: rows on screen are updated in place, rows that left the filter
 * stay until the list is read anew, new ones are only counted.
 */
export const usePagedList = <Data, Row extends { id: string }, Variables extends PageVariables>(
  options: ListOptions<Data, Row, Variables>,
) => {
  const { client, feed, queries } = useWaybill();
  const definition = options.document.definitions[0];
  const name = definition?.kind === 'OperationDefinition' ? (definition.name?.value ?? '') : '';
  const key = `${name}${JSON.stringify(options.variables)}`;
  const latest = useRef(options);
  latest.current = options;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const current = useRef(key);
  current.current = key;

  const write = useCallback((of: string, state: ListState<Row>) => {
    remembered.delete(of);
    remembered.set(of, state);
    if (remembered.size > 20) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
    if (of === current.current) redraw();
  }, []);
  const stateOf = useCallback((of: string) => (remembered.get(of) ?? blank) as ListState<Row>, []);

  const ask = useCallback(
    async (first: number, after: string | null) => {
      const { document, variables, page } = latest.current;
      const answer = await askOnce(client, document, { ...variables, first, after } as Variables);
      return { page: answer.data && page(answer.data), failure: answer.failure };
    },
    [client],
  );

  /** Reads from the top and shows it. */
  const reload = useCallback(async () => {
    const of = current.current;
    write(of, { ...stateOf(of), fetching: true });
    const { page, failure } = await ask(pageSize, null);
    const before = stateOf(of);
    if (!page) return write(of, { ...before, fetching: false, failure });
    const { endCursor, hasNextPage } = page.pageInfo;
    write(of, { rows: page.nodes, fresh: 0, endCursor, hasMore: hasNextPage, fetching: false, failure: undefined });
  }, [ask, stateOf, write]);

  const loadMore = useCallback(async () => {
    const of = current.current;
    const before = stateOf(of);
    if (!before.hasMore || before.fetching || !before.rows) return;
    write(of, { ...before, fetching: true });
    const { page, failure } = await ask(pageSize, before.endCursor);
    const now = stateOf(of);
    if (!page) return write(of, { ...now, fetching: false, failure });
    const held = new Set(now.rows?.map((row) => row.id));
    const rows = [...(now.rows ?? []), ...page.nodes.filter((row) => !held.has(row.id))];
    const { endCursor, hasNextPage } = page.pageInfo;
    write(of, { ...now, rows, endCursor, hasMore: hasNextPage, fetching: false, failure: undefined });
  }, [ask, stateOf, write]);

  /** The first rows anew; of sums as many as are shown. */
  const askWindow = useCallback(
    async (shown: number) => {
      let { page } = await ask(windowSize, null);
      while (latest.current.sums && page && page.nodes.length < shown && page.pageInfo.hasNextPage) {
        const next = (await ask(windowSize, page.pageInfo.endCursor)).page;
        page = next && { nodes: [...page.nodes, ...next.nodes], pageInfo: next.pageInfo };
      }
      return page;
    },
    [ask],
  );

  /** Reads the window again, updates what is shown and counts what is not. False where the API did not answer. */
  const refresh = useCallback(
    async (changed: ReadonlySet<string>) => {
      const of = current.current;
      const { readRow, sums } = latest.current;
      const page = await askWindow(stateOf(of).rows?.length ?? 0);
      const before = stateOf(of);
      if (!page) return false;
      if (of !== current.current) return true;
      if (!before.rows || before.rows.length === 0) {
        const { endCursor, hasNextPage } = page.pageInfo;
        const rows = page.nodes.slice(0, windowSize);
        write(of, { ...before, rows, fresh: 0, endCursor, hasMore: hasNextPage, failure: undefined });
        return true;
      }
      const read = new Map(page.nodes.map((row) => [row.id, row]));
      const held = new Set(before.rows.map((row) => row.id));
      const outside = before.rows.filter((row) => (sums || changed.has(row.id)) && !read.has(row.id)).slice(0, singles);
      for (const row of await Promise.all(outside.map((row) => readRow(row.id, row)))) if (row) read.set(row.id, row);
      const last = page.nodes.findLastIndex((row) => held.has(row.id));
      const fresh = page.nodes.slice(0, last < 0 ? page.nodes.length : last).filter((row) => !held.has(row.id)).length;
      const now = stateOf(of);
      write(of, { ...now, rows: now.rows?.map((row) => read.get(row.id) ?? row), fresh, failure: undefined });
      return true;
    },
    [askWindow, stateOf, write],
  );

  useEffect(() => {
    const state = stateOf(key);
    if (state.rows === undefined) void reload();
    else void refresh(new Set());
  }, [key, reload, refresh, stateOf]);

  useEffect(() => {
    let pending = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    const run = async () => {
      timer = undefined;
      running = true;
      const changed = pending;
      pending = new Set();
      const answered = await refresh(changed);
      running = false;
      if (!answered) for (const key of changed) pending.add(key);
      if (pending.size > 0) timer ??= setTimeout(run, answered ? rest : retryAfter);
    };
    const note = (change: Change) => {
      if (!change.topics.some((topic) => latest.current.topics.some((wanted) => topic.startsWith(wanted)))) return;
      for (const changedKey of [...change.keys, change.aggregateId]) pending.add(changedKey);
      if (!running) timer ??= setTimeout(run, 0);
    };
    const all = () => {
      pending.add('');
      if (!running) timer ??= setTimeout(run, 0);
    };
    const stops = [feed.onChange(note), queries.onReread(all)];
    return () => {
      for (const stop of stops) stop();
      if (timer) clearTimeout(timer);
    };
  }, [feed, queries, refresh]);

  return { ...stateOf(key), reload, loadMore };
};
