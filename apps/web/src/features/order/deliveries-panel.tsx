import { Panel } from '../../components/panel.tsx';
import { Pill } from '../../components/pill.tsx';
import { Time } from '../../components/time.tsx';
import type { DeliveryCardFragment } from '../../graphql/generated/documents.ts';
import { formatCount } from '../../lib/format.ts';
import { deliveryStates } from '../../lib/states.ts';
import { deliveries as words } from '../../texts/deliveries.ts';
import { order as texts } from '../../texts/order.ts';
import { DeliveryActions } from '../deliveries/delivery-actions.tsx';

const movedAt = ({ deliveredAt, dispatchedAt, packedAt, pickedAt, scheduledAt }: DeliveryCardFragment) =>
  deliveredAt ?? dispatchedAt ?? packedAt ?? pickedAt ?? scheduledAt;

export const DeliveriesPanel = ({ deliveries }: { deliveries: DeliveryCardFragment[] }) => (
  <Panel title={texts.deliveries}>
    {deliveries.length === 0 && <p className="text-faint">{texts.noDelivery}</p>}
    <ul className="grid gap-3">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="flex min-h-8 items-center gap-4">
          <span className="ident font-medium">{delivery.number}</span>
          <Pill {...deliveryStates[delivery.status]} />
          <span className="min-w-0 flex-1 truncate text-xs text-faint">
            {words.pieces(delivery.pieces, formatCount(delivery.pieces))}
            {delivery.carrier && ` · ${words.tracked(delivery.carrier, delivery.trackingNumber ?? '')}`} ·{' '}
            <Time at={movedAt(delivery)} />
          </span>
          <DeliveryActions delivery={delivery} />
        </li>
      ))}
    </ul>
  </Panel>
);
