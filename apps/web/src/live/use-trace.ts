import { useCallback, useSyncExternalStore } from 'react';
import type { Trace } from './recent-changes.ts';
import { useWaybill } from './waybill.tsx';

/** Who changed the row with this key a moment ago, if someone did. */
export const useTrace = (key: string): Trace | undefined => {
  const { recent } = useWaybill();
  const get = useCallback(() => recent.of(key), [recent, key]);
  return useSyncExternalStore(recent.subscribe, get, () => undefined);
};
