import type { Prepare } from '@waybill/engine';
import { newId, type Refusal } from '@waybill/kernel';
import { OrderUnknown } from '../order/refusals.ts';
import type { OrderLookup, SalesPorts } from '../ports/ports.ts';
import {
  addChargeInput,
  addItemInput,
  addressInput,
  applyDiscountInput,
  draftInput,
  invalidInput,
  lateInput,
  noteInput,
  placeInput,
  read,
  wholeInput,
} from './client-input.ts';
import { completeCharges } from './complete-charges.ts';
import { completeDiscount, foreignCurrency } from './complete-discounts.ts';
import { completeHeader } from './complete-header.ts';
import { completeItems } from './complete-lines.ts';
import { completeOrder } from './complete-order.ts';

type Input = Parameters<Prepare>[0];
type Prepared = Awaited<ReturnType<Prepare>>;
const prepared = (data: Input): Prepared => ({ kind: 'prepared', data });
const refused = (refusal: Refusal): Prepared => ({ kind: 'refused', refusal });

/** What the server adds to what a client asks for: ids, a number, the customer's name and address, the products' facts. */
export const prepareOrders = (ports: SalesPorts): Readonly<Record<string, Prepare>> => ({
  DraftOrder: prepareDraft(ports),
  PlaceOrder: preparePlacing(ports),
  AddItemToOrder: prepareItem(ports),
  AddChargeToOrder: prepareCharge(ports),
  SetDeliveryAddress: prepareAddress(ports.orders),
  SetBillingAddress: prepareAddress(ports.orders),
  ApplyDiscount: prepareDiscount(ports.orders),
  RecordOrderAsCancelled: prepareLate(ports),
  AddOrderNote: prepareNote(ports.orders),
});

const prepareDraft =
  (ports: SalesPorts): Prepare =>
  async (input) => {
    const draft = read(draftInput, input);
    if (draft.refusal) return refused(draft.refusal);
    const header = await completeHeader(draft.value, ports);
    if (header.refusal) return refused(header.refusal);
    return prepared({ orderId: draft.value.orderId ?? newId(), ...header.value });
  };

/** `{orderId}` places a draft; `{order: {customerId, items, …}}`, or the same without the inner object, a whole order. */
const preparePlacing =
  (ports: SalesPorts): Prepare =>
  async (input) => {
    const placing = read(placeInput, input);
    if (placing.refusal) return refused(placing.refusal);
    const { orderId, channel, terms, shortage } = placing.value;
    const from = { ...(channel ? { channel } : {}), ...(terms ? { terms } : {}), ...(shortage ? { shortage } : {}) };
    const given = wholeOrderOf(input);
    if (!given && !orderId) return refused(invalidInput('orderId', 'give the draft to place, or a whole order'));
    if (!given) return prepared({ orderId, customerId: null, order: null, ...from });
    const whole = read(wholeInput, given);
    if (whole.refusal) return refused(whole.refusal);
    const order = await completeOrder(whole.value, ports);
    if (order.refusal) return refused(order.refusal);
    return prepared({ orderId: orderId ?? newId(), customerId: order.value.customerId, order: order.value, ...from });
  };

const wholeOrderOf = (input: Input): unknown => {
  const { order, customerId, items, charges } = input;
  if (order == null) return items == null && charges == null ? null : input;
  return typeof order === 'object' && customerId != null ? { customerId, ...order } : order;
};

const prepareItem =
  ({ orders, products }: SalesPorts): Prepare =>
  async (input) => {
    const item = read(addItemInput, input);
    if (item.refusal) return refused(item.refusal);
    const { orderId } = item.value;
    const order = await orders.find(orderId);
    if (!order) return refused(OrderUnknown({ orderId }));
    const items = await completeItems([item.value], order, products);
    return items.refusal ? refused(items.refusal) : prepared({ orderId, ...items.value[0] });
  };

const prepareCharge =
  ({ orders, taxRates }: SalesPorts): Prepare =>
  async (input) => {
    const charge = read(addChargeInput, input);
    if (charge.refusal) return refused(charge.refusal);
    const { orderId } = charge.value;
    const order = await orders.find(orderId);
    if (!order) return refused(OrderUnknown({ orderId }));
    const charges = await completeCharges([charge.value], order.currency, taxRates);
    return charges.refusal ? refused(charges.refusal) : prepared({ orderId, ...charges.value[0] });
  };

/** The address is encrypted with the key of the order's customer, so the command has to name them. */
const prepareAddress =
  (orders: OrderLookup): Prepare =>
  async (input) => {
    const given = read(addressInput, input);
    if (given.refusal) return refused(given.refusal);
    const { orderId, address } = given.value;
    const order = await orders.find(orderId);
    return order ? prepared({ orderId, customerId: order.customerId, address }) : refused(OrderUnknown({ orderId }));
  };

const prepareDiscount =
  (orders: OrderLookup): Prepare =>
  async (input) => {
    const given = read(applyDiscountInput, input);
    if (given.refusal) return refused(given.refusal);
    const { orderId, ...discount } = given.value;
    const order = await orders.find(orderId);
    if (!order) return refused(OrderUnknown({ orderId }));
    const foreign = foreignCurrency([discount], order.currency);
    return foreign ? refused(foreign) : prepared({ orderId, ...completeDiscount(discount) });
  };

/** An order that comes after its own cancellation is completed as any other. */
const prepareLate =
  (ports: SalesPorts): Prepare =>
  async (input) => {
    const late = read(lateInput, input);
    if (late.refusal) return refused(late.refusal);
    const { orderId, channel, terms, reason } = late.value;
    const order = await completeOrder(late.value.order, ports);
    if (order.refusal) return refused(order.refusal);
    const { customerId } = order.value;
    const whole = { customerId, order: order.value, channel, reason, ...(terms ? { terms } : {}) };
    return prepared({ orderId: orderId ?? newId(), ...whole });
  };

/** A note is encrypted with the key of the order's customer, so the command has to name them. */
const prepareNote =
  (orders: OrderLookup): Prepare =>
  async (input) => {
    const given = read(noteInput, input);
    if (given.refusal) return refused(given.refusal);
    const { orderId, text } = given.value;
    const order = await orders.find(orderId);
    if (!order) return refused(OrderUnknown({ orderId }));
    return prepared({ orderId, customerId: order.customerId, noteId: given.value.noteId ?? newId(), text });
  };
