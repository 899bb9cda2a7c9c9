import { defineAggregate } from '@waybill/engine';
import { addOrderNote } from './add-order-note.ts';
import { applyDiscount } from './apply-discount.ts';
import { cancelOrder, cancelOrderLines, rejectCancellation } from './cancel-order.ts';
import { orderCommands } from './commands.ts';
import { completeOrder, confirmOrder } from './complete-order.ts';
import { draftOrder } from './draft-order.ts';
import { addChargeToOrder, addItemToOrder, changeItemQuantity, removeItemFromOrder } from './edit-lines.ts';
import { orderEvents } from './events.ts';
import { expireOrder } from './expire-order.ts';
import { holdOrder, releaseOrder } from './hold-order.ts';
import { evolve, type Order as OrderState } from './order.ts';
import { placeOrder } from './place-order.ts';
import { recordCancellation } from './record-cancellation.ts';
import { recordOrderAsCancelled } from './record-order-as-cancelled.ts';
import { setBillingAddress, setDeliveryAddress } from './set-address.ts';
import { setPaymentTerms } from './set-payment-terms.ts';

/** Streams `order-<id>`. */
export const Order = defineAggregate({
  category: 'order',
  events: orderEvents,
  commands: orderCommands,
  initial: null as OrderState,
  evolve,
  decide: {
    DraftOrder: draftOrder,
    AddItemToOrder: addItemToOrder,
    AddChargeToOrder: addChargeToOrder,
    ChangeItemQuantity: changeItemQuantity,
    RemoveItemFromOrder: removeItemFromOrder,
    SetDeliveryAddress: setDeliveryAddress,
    SetBillingAddress: setBillingAddress,
    SetPaymentTerms: setPaymentTerms,
    ApplyDiscount: applyDiscount,
    PlaceOrder: placeOrder,
    ConfirmOrder: confirmOrder,
    HoldOrder: holdOrder,
    ReleaseOrder: releaseOrder,
    CancelOrder: cancelOrder,
    CancelOrderLines: cancelOrderLines,
    RecordCancellation: recordCancellation,
    RejectCancellation: rejectCancellation,
    ExpireOrder: expireOrder,
    RecordOrderAsCancelled: recordOrderAsCancelled,
    CompleteOrder: completeOrder,
    AddOrderNote: addOrderNote,
  },
});
