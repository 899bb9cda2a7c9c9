'use client';

import { Truck } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { DeliveryCountDocument, type DeliveryStatus } from '../../graphql/generated/documents.ts';
import { useUrlState } from '../../lib/use-url-state.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { BoardColumn } from './board-column.tsx';
import { OpenShipments } from './open-shipments.tsx';

type View = 'work' | 'back';
const statuses: Record<View, readonly DeliveryStatus[]> = {
  work: ['SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'FAILED', 'DELIVERED'],
  back: ['RETURNING', 'RETURNED', 'CANCELLED'],
};

/** The warehouse's board: one column per state, each card with its next step. */
export const DeliveriesPage = () => {
  const [get, set] = useUrlState();
  const search = get('q');
  const view: View = get('view') === 'back' ? 'back' : 'work';
  const { data } = useLive(DeliveryCountDocument, {}, topics.deliveries);
  return (
    <Page
      title={deliveries.title}
      action={<SearchBox label={deliveries.search} value={search} onChange={(q) => set({ q })} />}
      filters={
        <FilterChips
          label={deliveries.views.label}
          chips={[
            { key: 'work', label: deliveries.views.work },
            { key: 'back', label: deliveries.views.back },
          ]}
          chosen={view}
          onChoose={(chosen) => set({ view: chosen === 'back' ? chosen : '' })}
        />
      }
    >
      {view === 'work' && <OpenShipments />}
      {data?.deliveries.totalCount === 0 ? (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState icon={Truck} {...deliveries.empty} />
        </div>
      ) : (
        <div className="-m-1 overflow-x-auto p-1">
          <div className="grid min-w-[68rem] auto-cols-fr grid-flow-col items-start gap-3">
            {statuses[view].map((status) => (
              <BoardColumn key={status} status={status} search={search} />
            ))}
          </div>
        </div>
      )}
    </Page>
  );
};
