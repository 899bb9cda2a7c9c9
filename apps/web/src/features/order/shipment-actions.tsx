'use client';

import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import {
  HoldDeliveryDocument,
  ReleaseDeliveryDocument,
  type ShipmentPartsFragment,
} from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { shipment as texts } from '../../texts/shipment.ts';
import { ScheduleButton } from '../deliveries/schedule-button.tsx';
import { ChangeAddressDialog } from './change-address-dialog.tsx';

/** What can be done with what is to ship of an order; each as long as it is possible. */
export const ShipmentActions = ({ shipment }: { shipment: ShipmentPartsFragment }) => {
  const [asking, setAsking] = useState<'hold' | 'address' | null>(null);
  const say = useSay();
  const holding = useCommand(HoldDeliveryDocument);
  const releasing = useCommand(ReleaseDeliveryDocument);
  const { id: orderId, version: expectedVersion } = shipment;
  const stream = `shipmentPlan-${orderId}`;
  const isOffered = (name: string) => shipment.availableActions.some((one) => one.name === name && one.allowed);
  const { hold, release, address } = texts;

  const holdBack = async (reason: string): Promise<boolean> => {
    const outcome = await holding.run({ orderId, expectedVersion, reason });
    return (await say(outcome, { done: hold.done, refused: hold.refused, stream })) !== null;
  };
  const letGo = async () => {
    const outcome = await releasing.run({ orderId, expectedVersion });
    await say(outcome, { done: release.done, refused: release.refused, stream });
  };
  // The first delivery is scheduled by itself, when the order is paid.
  const isRest = shipment.isCleared && isOffered('scheduleDelivery');
  return (
    <div className="flex flex-wrap items-center justify-end gap-1">
      {isOffered('changeDeliveryAddress') && (
        <Button size="sm" look="quiet" onClick={() => setAsking('address')}>
          {address.verb}
        </Button>
      )}
      {isOffered('holdDelivery') && (
        <Button size="sm" look="quiet" onClick={() => setAsking('hold')}>
          {hold.verb}
        </Button>
      )}
      {isOffered('releaseDelivery') && (
        <Button size="sm" busy={releasing.busy} onClick={() => void letGo()}>
          {release.verb}
        </Button>
      )}
      {isRest && <ScheduleButton orderId={orderId} orderNumber={shipment.orderNumber} />}
      {asking === 'hold' && (
        <ReasonDialog texts={hold} onOpenChange={(open) => !open && setAsking(null)} onReason={holdBack} />
      )}
      {asking === 'address' && (
        <ChangeAddressDialog shipment={shipment} onOpenChange={(open) => !open && setAsking(null)} />
      )}
    </div>
  );
};
