import { useEffect, useSyncExternalStore } from 'react';
import { SystemStatusDocument } from '../../graphql/generated/documents.ts';
import { formatLag } from '../../lib/format.ts';
import { useLive } from '../../live/use-live.ts';
import { useWaybill } from '../../live/waybill.tsx';
import { shell } from '../../texts/shell.ts';

const subscribeOnline = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

export type Freshness = {
  state: 'live' | 'behind' | 'away' | 'connecting';
  word: string;
  lag: string;
  hint: string;
  tone: string;
};

/** The connection and the freshness of the views, as one statement. */
export const useFreshness = (): Freshness => {
  const { feed } = useWaybill();
  const { status } = useSyncExternalStore(feed.state.subscribe, feed.state.get, feed.state.get);
  const online = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const { data, retry } = useLive(SystemStatusDocument, {}, []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') retry();
    }, 5_000);
    return () => clearInterval(timer);
  }, [retry]);

  const lag = data ? formatLag(data.systemStatus.lagMs) : '';
  if (!online) return { state: 'away', word: shell.offline, lag: '', hint: shell.reconnectingHint, tone: 'bg-grey' };
  if (status === 'reconnecting')
    return { state: 'away', word: shell.reconnecting, lag: '', hint: shell.reconnectingHint, tone: 'bg-grey' };
  if (status === 'connecting' || !data)
    return { state: 'connecting', word: shell.connecting, lag: '', hint: shell.connecting, tone: 'bg-grey' };
  if (!data.systemStatus.upToDate)
    return { state: 'behind', word: shell.behind, lag, hint: shell.behindHint(lag), tone: 'bg-amber' };
  return { state: 'live', word: shell.live, lag, hint: shell.liveHint(lag), tone: 'bg-green' };
};
