'use client';

import Link from 'next/link';
import { Time } from '../../components/time.tsx';
import { TraceText } from '../../components/trace-text.tsx';
import type { DeliveryCardFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { useTrace } from '../../live/use-trace.ts';
import { common } from '../../texts/common.ts';
import { deliveries } from '../../texts/deliveries.ts';
import { DeliveryActions } from './delivery-actions.tsx';

export const lastMoved = ({
  failedAt,
  deliveredAt,
  dispatchedAt,
  packedAt,
  pickedAt,
  scheduledAt,
}: DeliveryCardFragment) => failedAt ?? deliveredAt ?? dispatchedAt ?? packedAt ?? pickedAt ?? scheduledAt;

export const DeliveryCard = ({ delivery }: { delivery: DeliveryCardFragment }) => {
  const trace = useTrace(delivery.id);
  const { deliveryAddress, pieces, weightGrams } = delivery;
  const place = [deliveryAddress?.city, deliveryAddress?.country].filter(Boolean).join(', ');
  return (
    <article
      aria-label={delivery.number}
      className="relative overflow-hidden rounded-lg border border-line bg-surface px-3 py-2.5"
    >
      {trace && <span key={trace.at} className="glow pointer-events-none !absolute inset-0" aria-hidden />}
      <div className="flex items-baseline justify-between gap-2">
        <Link
          href={`/deliveries/${delivery.id}`}
          className="ident rounded-sm font-medium hover:text-accent-text"
          title={delivery.orderNumber}
        >
          {delivery.number}
        </Link>
        <span className="truncate text-xs text-faint">
          {trace ? <TraceText trace={trace} /> : <Time at={lastMoved(delivery)} />}
        </span>
      </div>
      <p className="mt-1 truncate">{delivery.customerName ?? common.forgotten}</p>
      <p className="flex justify-between gap-2 text-xs text-faint">
        <span className="truncate">{place}</span>
        <span className="tabular shrink-0">
          {weightGrams ? deliveries.weight((weightGrams / 1000).toFixed(1)) : ''}
        </span>
      </p>
      <div className="mt-2 flex min-h-7 items-center justify-between gap-2">
        <span className="tabular truncate text-xs text-soft">{deliveries.pieces(pieces, formatCount(pieces))}</span>
        <DeliveryActions delivery={delivery} />
      </div>
      {(delivery.failure ?? delivery.cancellation) && (
        <p className="mt-1 text-pretty break-words text-xs text-soft">{delivery.failure ?? delivery.cancellation}</p>
      )}
      {delivery.carrier && (
        <p className="mt-1 truncate text-xs text-faint">
          {deliveries.tracked(delivery.carrier, delivery.trackingNumber ?? '')}
        </p>
      )}
    </article>
  );
};
