import { defineAggregate } from '@waybill/engine';
import { deliveryCommands } from './commands.ts';
import { type Delivery as DeliveryState, evolve } from './delivery.ts';
import { deliveryEvents } from './events.ts';
import { confirmDelivery, dispatchDelivery, pickDelivery } from './move-delivery.ts';
import { recordCarrierScan } from './record-carrier-scan.ts';

const { PickDelivery, DispatchDelivery, RecordCarrierScan, ConfirmDelivery } = deliveryCommands;

/** Streams `delivery-<id>`. Scheduling and packing are decided together with the order's shipment plan. */
export const Delivery = defineAggregate({
  category: 'delivery',
  events: deliveryEvents,
  commands: { PickDelivery, DispatchDelivery, RecordCarrierScan, ConfirmDelivery },
  initial: null as DeliveryState,
  evolve,
  decide: {
    PickDelivery: pickDelivery,
    DispatchDelivery: dispatchDelivery,
    RecordCarrierScan: recordCarrierScan,
    ConfirmDelivery: confirmDelivery,
  },
  facts: { CarrierScanRecorded: ({ sequence }) => sequence },
});
