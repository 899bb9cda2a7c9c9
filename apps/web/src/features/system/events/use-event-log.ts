import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type EventFilter,
  EventLogDocument,
  type EventLogQueryVariables,
} from '../../../graphql/generated/documents.ts';
import { askOnce } from '../../../live/query-store.ts';
import { useWaybill } from '../../../live/waybill.tsx';
import { blankLog, type EventLog, mostFresh, withFirst, withFreshShown, withNewer, withOlder } from './event-log.ts';

const pageSize = 50;
/** Between two looks for new events, in milliseconds: after a change, and where none was announced. */
const soon = 300;
const otherwise = 5_000;

/** The log by a filter, newest first, and how many events have come since it was read. */
export const useEventLog = (filter: EventFilter) => {
  const { client, feed, queries } = useWaybill();
  const key = JSON.stringify(filter);
  const [state, setState] = useState<{ key: string; log: EventLog }>({ key, log: blankLog });
  const log = state.key === key ? state.log : blankLog;
  const latest = useRef({ key, log });
  latest.current = { key, log };

  const ask = useCallback(
    async (variables: EventLogQueryVariables) =>
      askOnce(client, EventLogDocument, { ...variables, filter: JSON.parse(key) }),
    [client, key],
  );
  /** An answer for a filter that was left meanwhile is thrown away. */
  const change = useCallback(
    (next: (before: EventLog) => EventLog) => {
      if (latest.current.key !== key) return;
      latest.current = { key, log: next(latest.current.log) };
      setState(latest.current);
    },
    [key],
  );

  const reload = useCallback(async () => {
    const { data, failure } = await ask({ first: pageSize });
    change((before) => (data ? withFirst(data.events) : { ...before, failure }));
  }, [ask, change]);

  const reading = useRef(false);
  const loadMore = useCallback(async () => {
    const { hasMore, end } = latest.current.log;
    if (!hasMore || reading.current) return;
    reading.current = true;
    const { data, failure } = await ask({ first: pageSize, after: end });
    reading.current = false;
    change((before) => (data ? withOlder(before, data.events) : { ...before, failure }));
  }, [ask, change]);

  const show = useCallback(() => {
    if (latest.current.log.fresh.length >= mostFresh) void reload();
    else change(withFreshShown);
  }, [change, reload]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let looking = false;
    const look = async () => {
      clearTimeout(timer);
      looking = true;
      const { rows, fresh, top } = latest.current.log;
      let more = false;
      if (!rows) await reload();
      else if (fresh.length < mostFresh && document.visibilityState === 'visible') {
        const { data } = await ask({ last: pageSize, before: top });
        if (data && !stopped) change((before) => withNewer(before, data.events));
        more = data?.events.pageInfo.hasPreviousPage ?? false;
      }
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
