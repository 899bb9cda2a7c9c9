import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  blankLog,
  type Log,
  type LogPage,
  mostFresh,
  withChanged,
  withFirst,
  withFreshShown,
  withNewer,
  withOlder,
} from './log.ts';
import { askOnce } from './query-store.ts';
import { useWaybill } from './waybill.tsx';

type PageVariables = { first?: number | null; after?: string | null; last?: number | null; before?: string | null };

type LogOptions<Data, Row, Variables extends PageVariables> = {
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, keyof PageVariables>;
  page: (data: Data) => LogPage<Row>;
  /** The cursor before everything. */
  origin: string;
  /** A row that may still change: it is read again while it is among the newest. */
  unsettled?: (row: Row) => boolean;
};

const pageSize = 50;
/** Between two looks for new rows, in milliseconds: after a change, and where none was announced. */
const soon = 300;
const otherwise = 5_000;

/** A list that grows at its top, newest first, and how many have come since it was read. */
export const useLog = <Data, Row extends { id: string }, Variables extends PageVariables>(
  options: LogOptions<Data, Row, Variables>,
) => {
  const { client, feed, queries } = useWaybill();
  const key = JSON.stringify(options.variables);
  const [state, setState] = useState<{ key: string; log: Log<Row> }>({ key, log: blankLog });
  const log = state.key === key ? state.log : blankLog;
  const latest = useRef({ key, log, options });
  latest.current = { key, log, options };

  const ask = useCallback(
    async (cursors: PageVariables) => {
      const { document, page } = latest.current.options;
      const { data, failure } = await askOnce(client, document, { ...JSON.parse(key), ...cursors });
      return { page: data && page(data), failure };
    },
    [client, key],
  );
  /** An answer for a filter that was left meanwhile is thrown away. */
  const change = useCallback(
    (next: (before: Log<Row>) => Log<Row>) => {
      if (latest.current.key !== key) return;
      latest.current = { ...latest.current, log: next(latest.current.log) };
      setState({ key, log: latest.current.log });
    },
    [key],
  );

  const reload = useCallback(async () => {
    const { page, failure } = await ask({ first: pageSize });
    change((before) => (page ? withFirst(page) : { ...before, failure }));
  }, [ask, change]);

  const reading = useRef(false);
  const loadMore = useCallback(async () => {
    const { hasMore, end } = latest.current.log;
    if (!hasMore || reading.current) return;
    reading.current = true;
    const { page, failure } = await ask({ first: pageSize, after: end });
    reading.current = false;
    change((before) => (page ? withOlder(before, page) : { ...before, failure }));
  }, [ask, change]);

  const show = useCallback(() => {
    if (latest.current.log.fresh.length >= mostFresh) void reload();
    else change(withFreshShown);
  }, [change, reload]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let looking = false;
    /** Answers whether there is more. */
    const catchUp = async (): Promise<boolean> => {
      const { fresh, rows, top } = latest.current.log;
      const { origin, unsettled } = latest.current.options;
      if (unsettled && rows?.some(unsettled)) {
        const { page } = await ask({ first: pageSize });
        if (page) change((before) => withChanged(before, page.nodes));
      }
      if (fresh.length >= mostFresh) return false;
      const { page } = await ask({ last: pageSize, before: top ?? origin });
      if (page) change((before) => withNewer(before, page));
      return page?.pageInfo.hasPreviousPage ?? false;
    };
    const look = async () => {
      clearTimeout(timer);
      looking = true;
      let more = false;
      if (!latest.current.log.rows) await reload();
      else if (document.visibilityState === 'visible') more = await catchUp();
      looking = false;
      if (!stopped) timer = setTimeout(look, more ? soon : otherwise);
    };
    const lookSoon = () => {
      if (looking) return;
      clearTimeout(timer);
      timer = setTimeout(look, soon);
    };
    void look();
    const stops = [feed.onChange(lookSoon), queries.onReread(lookSoon)];
    return () => {
      stopped = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [ask, change, feed, queries, reload]);

  return { ...log, reload, loadMore, show };
};
