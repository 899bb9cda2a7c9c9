'use client';

import { Client, fetchExchange } from '@urql/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { actorHeader } from './actor.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { createQueryStore, type QueryStore } from './query-store.ts';
import { createRecentChanges, type RecentChanges } from './recent-changes.ts';

export type Waybill = {
  apiUrl: string;
  client: Client;
  feed: ChangeFeed;
  queries: QueryStore;
  recent: RecentChanges;
  /** For a while every reading waits until it has seen this position. */
  sawWrite: (position: number) => void;
};

/** After this many milliseconds a view that has still not seen our write is not waited for any more. */
const catchingUp = 10_000;

const connect = (apiUrl: string): Waybill => {
  let written = { position: 0, at: 0 };
  const ownWrite = (): Record<string, string> =>
    Date.now() - written.at < catchingUp ? { 'x-waybill-after': String(written.position) } : {};
  const client = new Client({
    url: apiUrl,
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetchOptions: () => ({
      headers: { ...actorHeader(), ...ownWrite() },
    }),
  });
  return {
    apiUrl,
    client,
    feed: createChangeFeed(apiUrl, actorHeader),
    queries: createQueryStore(client),
    recent: createRecentChanges(),
    sawWrite: (position) => {
      written = { position: Math.max(written.position, position), at: Date.now() };
    },
  };
};

/** The network came back: what could not be read meanwhile is read now. */
const onOnline = (listener: () => void) => {
  addEventListener('online', listener);
  return () => removeEventListener('online', listener);
};

const Context = createContext<Waybill | null>(null);

/** Everything below talks to the API at `apiUrl`, over one client and one subscription. */
export const WaybillProvider = ({ apiUrl, children }: { apiUrl: string; children: ReactNode }) => {
  const waybill = useMemo(() => connect(apiUrl), [apiUrl]);
  useEffect(() => {
    const { feed, queries, recent } = waybill;
    const stops = [
      feed.onChange((change) => {
        recent.note(change);
        queries.apply(change);
      }),
      feed.onGap(queries.rereadAll),
      onOnline(queries.rereadAll),
      feed.start(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [waybill]);
  return <Context value={waybill}>{children}</Context>;
};

export const useWaybill = (): Waybill => {
  const waybill = useContext(Context);
  if (!waybill) throw new Error('useWaybill is used outside of WaybillProvider: wrap the page in it.');
  return waybill;
};
