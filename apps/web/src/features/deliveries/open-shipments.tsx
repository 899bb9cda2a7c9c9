'use client';

import Link from 'next/link';
import { Panel } from '../../components/panel.tsx';
import { OpenShipmentsDocument } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { ScheduleButton } from './schedule-button.tsx';

/** Orders that may be packed and have pieces in no delivery: what was not found, or what a cancelled delivery gave back. */
export const OpenShipments = () => {
  const { data } = useLive(OpenShipmentsDocument, {}, topics.deliveries);
  const open = data?.shipments.nodes ?? [];
  if (open.length === 0) return null;
  return (
    <div className="mb-3">
      <Panel title={deliveries.open.title}>
        <ul className="grid gap-2">
          {open.map(({ id, orderNumber, openPieces, held }) => (
            <li key={id} className="flex items-center gap-4">
              <Link href={`/orders/${id}`} className="ident rounded-sm font-medium hover:text-accent-text">
                {orderNumber}
              </Link>
              <span className="min-w-0 flex-1 truncate text-soft">
                {deliveries.open.pieces(openPieces, formatCount(openPieces))}
                {held && ` · ${deliveries.open.held(held)}`}
              </span>
              <ScheduleButton orderId={id} orderNumber={orderNumber} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
};
