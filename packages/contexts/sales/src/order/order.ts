import type { PriceBasis } from '@waybill/kernel';
import type { Address } from '../address.ts';
import type { PaymentTerms } from '../terms.ts';
import { answered, asked, type Cancellation, isAllAsked, resolved } from './cancellation.ts';
import { atListPrice, type Discount, priced, withDiscount } from './discount.ts';
import type { OrderEvent } from './events.ts';
import type { OrderLine, PricedLine } from './line.ts';
import { withMeasures } from './measures.ts';
import { without } from './open-lines.ts';

export type OrderStatus =
  | 'DRAFT'
  | 'PLACED'
  | 'CONFIRMED'
  | 'HELD'
  | 'COMPLETED'
  | 'CANCELLING'
  | 'CANCELLED'
  | 'EXPIRED';

/** What an order counts as: as it was placed, less what was cancelled since. */
export interface Placement {
  /** The day of the business's calendar; null in events that did not record it. */
  readonly on: string | null;
  readonly net: number;
  readonly total: number;
  readonly channel: string;
  readonly externalId: string | null;
}

export interface ExistingOrder {
  readonly status: OrderStatus;
  readonly number: string;
  readonly customerId: string;
  /** Null once the person is forgotten. */
  readonly customerName: string | null;
  readonly currency: string;
  /** Of its lines, from its beginning. */
  readonly prices: PriceBasis;
  readonly terms: PaymentTerms;
  /** With their discounts taken off. As agreed: what is cancelled later stays in them. */
  readonly lines: readonly PricedLine[];
  readonly discounts: readonly Discount[];
  /** Pieces of each line that were cancelled since it was placed, by the line's id. */
  readonly cancelled: Readonly<Record<string, number>>;
  readonly deliveryAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly placed: Placement | null;
  readonly confirmed: boolean;
  /** Why it is on hold; null where it is not. */
  readonly held: string | null;
  /** It is over what its customer may owe. */
  readonly heldForCredit: boolean;
  /** How it ended. */
  readonly end: 'COMPLETED' | 'CANCELLED' | 'EXPIRED' | null;
  /** It came after its own cancellation: nothing that comes later for it means anything. */
  readonly recordedAsCancelled: boolean;
  /** Oldest first, answered ones too. */
  readonly cancellations: readonly Cancellation[];
  readonly noteIds: readonly string[];
}
/** Null: nothing of this id has happened yet. */
export type Order = ExistingOrder | null;

type Opening = Pick<ExistingOrder, 'number' | 'customerId' | 'customerName' | 'currency' | 'prices'>;
const opened = ({ number, customerId, customerName, currency, prices }: Opening): ExistingOrder => ({
  status: 'DRAFT',
  number,
  customerId,
  customerName,
  currency,
  prices,
  terms: 'PREPAID',
  lines: [],
  discounts: [],
  cancelled: {},
  deliveryAddress: null,
  billingAddress: null,
  placed: null,
  confirmed: false,
  held: null,
  heldForCredit: false,
  end: null,
  recordedAsCancelled: false,
  cancellations: [],
  noteIds: [],
});

/** How it ended comes first, then what it waits for, then how far it has come. */
const statusOf = ({ end, placed, confirmed, held, cancellations }: ExistingOrder): OrderStatus => {
  if (end) return end;
  if (!placed) return 'DRAFT';
  if (isAllAsked(cancellations)) return 'CANCELLING';
  if (held !== null) return 'HELD';
  return confirmed ? 'CONFIRMED' : 'PLACED';
};

/** The order after an event. An order that was placed whole begins with OrderPlaced; its lines come with OrderForBilling. */
export const evolve = (order: Order, event: OrderEvent): Order => {
  const after = evolved(order, event);
  return after && { ...after, status: statusOf(after) };
};

const evolved = (order: Order, event: OrderEvent): Order => {
  switch (event.type) {
    case 'OrderDrafted':
      return opened(event.data);
    case 'OrderPlaced': {
      const { placedOn, net, total, channel, externalId, terms } = event.data;
      const placed = { on: placedOn ?? null, net, total, channel, externalId };
      return { ...(order ?? opened(event.data)), terms, placed };
    }
    case 'OrderRecordedAsCancelled': {
      const { deliveryAddress, billingAddress, terms, lines } = event.data;
      const kept = { deliveryAddress, billingAddress, terms, lines: withMeasures(lines, []) };
      return { ...opened(event.data), ...kept, end: 'CANCELLED', recordedAsCancelled: true };
    }
    default:
      return order && evolveExisting(order, event);
  }
};

type LaterEvent = Exclude<OrderEvent, { readonly type: 'OrderDrafted' | 'OrderPlaced' | 'OrderRecordedAsCancelled' }>;

const evolveExisting = (order: ExistingOrder, event: LaterEvent): ExistingOrder => {
  switch (event.type) {
    case 'ItemAddedToOrder':
    case 'ChargeAddedToOrder':
      return repriced(order, [...order.lines.map(atListPrice), event.data.line]);
    case 'ItemQuantityChanged': {
      const { lineId, quantity, amount } = event.data;
      const changed = order.lines.map((line) =>
        line.lineId === lineId ? { ...line, quantity, amount } : atListPrice(line),
      );
      return repriced(order, changed);
    }
    case 'ItemRemovedFromOrder': {
      const { lineId } = event.data;
      const lines = order.lines.filter((line) => line.lineId !== lineId).map(atListPrice);
      return repriced(
        order,
        lines,
        order.discounts.filter((discount) => discount.lineId !== lineId),
      );
    }
    case 'DeliveryAddressChanged':
      return { ...order, deliveryAddress: event.data.address };
    case 'BillingAddressChanged':
      return { ...order, billingAddress: event.data.address };
    case 'PaymentTermsChanged':
      return { ...order, terms: event.data.terms };
    case 'DiscountApplied':
      return repriced(order, order.lines.map(atListPrice), withDiscount(order.discounts, event.data));
    case 'OrderForBilling': {
      const { billingAddress, lines, discounts } = event.data;
      return { ...order, billingAddress, discounts, lines: withMeasures(lines, order.lines) };
    }
    case 'OrderForShipping':
      return { ...order, deliveryAddress: event.data.deliveryAddress };
    case 'OrderConfirmed':
      return { ...order, confirmed: true };
    case 'OrderHeld':
      return { ...order, held: event.data.reason, heldForCredit: event.data.credit !== null };
    case 'OrderReleased':
      return { ...order, held: null, heldForCredit: false };
    case 'CancellationRequested':
      return { ...order, cancellations: asked(order.cancellations, event.data) };
    case 'CancellationRejected':
      return { ...order, cancellations: answered(order.cancellations, event.data.cancellationId, 'REJECTED') };
    case 'OrderLinesCancelled': {
      const { cancellationId, lines, net, total } = event.data;
      return {
        ...without(order, lines),
        placed: order.placed && { ...order.placed, net: order.placed.net - net, total: order.placed.total - total },
        cancellations: answered(order.cancellations, cancellationId, 'RECORDED'),
      };
    }
    case 'OrderCancelled':
      return { ...order, end: 'CANCELLED', cancellations: resolved(order.cancellations) };
    case 'OrderExpired':
      return { ...order, end: 'EXPIRED', cancellations: resolved(order.cancellations) };
    case 'OrderCompleted':
      return { ...order, end: 'COMPLETED' };
    case 'OrderNoteAdded':
      return { ...order, noteIds: [...order.noteIds, event.data.noteId] };
    default:
      return event satisfies never;
  }
};

const repriced = (
  order: ExistingOrder,
  lines: readonly OrderLine[],
  discounts: readonly Discount[] = order.discounts,
): ExistingOrder => ({ ...order, discounts, lines: priced(lines, discounts) });
