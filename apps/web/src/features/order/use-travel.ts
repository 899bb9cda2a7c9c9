import { useCallback, useState } from 'react';
import { type EventPartsFragment, OrderThenDocument } from '../../graphql/generated/documents.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { useLive } from '../../live/use-live.ts';
import { addressOf, indexAt, type Travel } from './moments.ts';
import type { OrderOfPage } from './progress.ts';

/** What was true then stays so: no change has it read again. */
const unchanging: readonly string[] = [];
const none: EventPartsFragment[] = [];

/** The moment at which the page shows an order, kept in the address; `shown` is the order as it was then. */
export const useTravel = (now: OrderOfPage | null | undefined) => {
  const [get, set] = useUrlState();
  const events = now?.history ?? none;
  const to = indexAt(events, get('at'));
  const from = get('from') === '' ? null : indexAt(events, get('from'));
  const past = get('at') !== '' && to < events.length - 1;
  const position = events[to]?.position;
  const { data, failure, retry } = useLive(
    OrderThenDocument,
    past && now && position !== undefined ? { id: now.id, position } : null,
    unchanging,
  );
  // While the next moment is read, the last one stays: a page that flickers cannot be compared by eye.
  const [last, keep] = useState<OrderOfPage | null>(null);
  const then = past ? (data?.order ?? last) : null;
  if (then !== last) keep(then);
  const go = useCallback((travel: Travel) => set(addressOf(events, travel)), [set, events]);
  return { events, to, from, past, failure, retry, shown: then ?? now, go };
};
