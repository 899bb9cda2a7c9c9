import Link from 'next/link';
import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import { formatCount } from '../../lib/format.ts';
import { deliveryStates } from '../../lib/states.ts';
import { deliveries as words } from '../../texts/deliveries.ts';
import { order as texts } from '../../texts/order.ts';
import { DeliveryActions } from '../deliveries/delivery-actions.tsx';
import { lastMoved } from '../deliveries/delivery-card.tsx';
import type { OrderOfPage } from './progress.ts';
import { settledBy } from './settled-by.ts';
import { ShipmentActions } from './shipment-actions.tsx';
import { ShipmentPart } from './shipment-part.tsx';

/** The order's deliveries, and what of it is in none: open, stopped, held, and whether its address still can change. */
export const DeliveriesPanel = ({ order: { deliveries, shipment, terms } }: { order: OrderOfPage }) => (
  <Panel title={texts.deliveries} side={shipment && <ShipmentActions shipment={shipment} />}>
    {deliveries.length === 0 && <p className="text-faint">{texts.noDelivery[settledBy(terms)]}</p>}
    <ul className="grid gap-3">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="flex min-h-8 items-center gap-4">
          <Link
            href={`/deliveries/${delivery.id}`}
            className="ident rounded-sm font-medium hover:text-accent-text hover:underline"
          >
            {delivery.number}
          </Link>
          <Pill {...deliveryStates[delivery.status]} />
          <span className="min-w-0 flex-1 truncate text-xs text-faint">
            {words.pieces(delivery.pieces, formatCount(delivery.pieces))}
            {delivery.carrier && ` · ${words.tracked(delivery.carrier, delivery.trackingNumber ?? '')}`}
            {delivery.failure && ` · ${delivery.failure}`} · <Time at={lastMoved(delivery)} />
          </span>
          <DeliveryActions delivery={delivery} />
        </li>
      ))}
    </ul>
    {shipment && <ShipmentPart shipment={shipment} />}
  </Panel>
);
