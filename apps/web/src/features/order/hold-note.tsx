import { Pause } from 'lucide-react';
import { Time } from '../../components/time.tsx';
import { order as texts } from '../../texts/order.ts';
import { OverCredit } from './over-credit.tsx';
import type { OrderOfPage } from './progress.ts';

/** Why the order is held back, and by whom; nobody holds one that is over the limit, it happens by itself. */
export const HoldNote = ({ order }: { order: OrderOfPage }) => {
  const { hold } = order;
  if (!hold) return null;
  return (
    <div className="mb-3 flex items-start gap-2.5 rounded-lg bg-amber-soft px-4 py-2.5 text-amber">
      <Pause size={16} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p>
          <span className="font-medium">{texts.hold.note}</span> {hold.reason} · {!hold.credit && `${hold.by} · `}
          <Time at={hold.since} />
        </p>
        {hold.credit && <OverCredit credit={hold.credit} customerId={order.customerId} />}
      </div>
    </div>
  );
};
