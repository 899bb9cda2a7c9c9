import { defineAggregate } from '@waybill/engine';
import { deliveryCommands } from './commands.ts';
import { type Delivery as DeliveryState, evolve } from './delivery.ts';
import { deliveryEvents } from './events.ts';
import { confirmDelivery, dispatchDelivery, failDelivery, retryDelivery } from './move-delivery.ts';
import { recordCarrierScan } from './record-carrier-scan.ts';
import { receiveReturn, requestReturn, sendBackDelivery } from './return-goods.ts';

/** What moves the plan too is decided together with it. */
const { PickDelivery: _pick, PackDelivery: _pack, CancelDelivery: _cancel, ...commands } = deliveryCommands;

/** Streams `delivery-<id>`. Scheduling, picking, packing and cancelling are decided together with the order's plan. */
export const Delivery = defineAggregate({
  category: 'delivery',
  events: deliveryEvents,
  commands,
  initial: null as DeliveryState,
  evolve,
  decide: {
    DispatchDelivery: dispatchDelivery,
    RecordCarrierScan: recordCarrierScan,
    ConfirmDelivery: confirmDelivery,
    FailDelivery: failDelivery,
    RetryDelivery: retryDelivery,
    SendBackDelivery: sendBackDelivery,
    RequestReturn: requestReturn,
    ReceiveReturn: receiveReturn,
  },
  facts: { CarrierScanRecorded: ({ sequence }) => sequence },
});
