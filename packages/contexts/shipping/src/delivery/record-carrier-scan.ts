import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, refuse } from '@waybill/kernel';
import { DeliveryUnknown, ScanFromTheFuture } from '../refusals.ts';
import type { deliveryCommands } from './commands.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryEvent } from './events.ts';

/** How far a carrier's clock may be ahead, in milliseconds. */
const AHEAD = 5 * 60_000;

/** A scan is a fact: it is taken whatever the delivery's state, however late it comes. */
export const recordCarrierScan = (
  { deliveryId, place, status, sequence }: CommandData<typeof deliveryCommands.RecordCarrierScan>,
  delivery: Delivery,
  { now, occurredAt }: DecisionContext,
): Decision<DeliveryEvent> => {
  if (!delivery) return refuse(DeliveryUnknown({ deliveryId }));
  if (occurredAt.getTime() > now.getTime() + AHEAD)
    return refuse(ScanFromTheFuture({ occurredAt: occurredAt.toISOString() }));
  return accept({
    type: 'CarrierScanRecorded',
    data: { orderId: delivery.orderId, place, status, sequence },
    occurredAt,
  });
};
