'use client';

import { Truck } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { DeliveryCountDocument, type DeliveryStatus } from '../../graphql/generated/documents.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { BoardColumn } from './board-column.tsx';

const statuses: DeliveryStatus[] = ['SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED'];

/** The warehouse's board: one column per state, each card with its next step. */
export const DeliveriesPage = () => {
  const [get, set] = useUrlState();
  const search = get('q');
  const { data } = useLive(DeliveryCountDocument, {}, topics.deliveries);
  return (
    <Page
      title={deliveries.title}
      action={<SearchBox label={deliveries.search} value={search} onChange={(q) => set({ q })} />}
    >
      {data?.deliveries.totalCount === 0 ? (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState icon={Truck} {...deliveries.empty} />
        </div>
      ) : (
        <div className="-m-1 overflow-x-auto p-1">
          <div className="grid min-w-[58rem] grid-cols-5 items-start gap-3">
            {statuses.map((status) => (
              <BoardColumn key={status} status={status} search={search} />
            ))}
          </div>
        </div>
      )}
    </Page>
  );
};
