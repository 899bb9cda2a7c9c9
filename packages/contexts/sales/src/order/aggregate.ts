import { defineAggregate } from '@waybill/engine';
import { cancelOrder, recordCancellation, rejectCancellation } from './cancel-order.ts';
import { orderCommands } from './commands.ts';
import { completeOrder, confirmOrder } from './complete-order.ts';
import { draftOrder } from './draft-order.ts';
import { addChargeToOrder, addItemToOrder, changeItemQuantity, removeItemFromOrder } from './edit-lines.ts';
import { orderEvents } from './events.ts';
import { evolve, type Order as OrderState } from './order.ts';
import { placeOrder } from './place-order.ts';
import { setBillingAddress, setDeliveryAddress } from './set-address.ts';

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
    PlaceOrder: placeOrder,
    ConfirmOrder: confirmOrder,
    CancelOrder: cancelOrder,
    RecordCancellation: recordCancellation,
    RejectCancellation: rejectCancellation,
    CompleteOrder: completeOrder,
  },
});
