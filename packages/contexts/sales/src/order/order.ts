import type { Address } from '../address.ts';
import type { OrderEvent } from './events.ts';
import type { OrderLine } from './line.ts';

export type OrderStatus = 'DRAFT' | 'PLACED' | 'CONFIRMED' | 'COMPLETED' | 'CANCELLING' | 'CANCELLED';

/** What an order counted as when it was placed. */
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
  readonly lines: readonly OrderLine[];
  readonly deliveryAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly placed: Placement | null;
  readonly confirmed: boolean;
  /** The reason of a cancellation that waits for its answer. */
  readonly cancelling: string | null;
}
/** Null: nothing of this id has happened yet. */
export type Order = ExistingOrder | null;

type Opening = Pick<ExistingOrder, 'number' | 'customerId' | 'customerName' | 'currency'>;
const opened = ({ number, customerId, customerName, currency }: Opening): ExistingOrder => ({
  status: 'DRAFT',
  number,
  customerId,
  customerName,
  currency,
  lines: [],
  deliveryAddress: null,
  billingAddress: null,
  placed: null,
  confirmed: false,
  cancelling: null,
});

/** The order after an event. An order that was placed whole begins with OrderPlaced; its lines come with OrderForBilling. */
export const evolve = (order: Order, event: OrderEvent): Order => {
  if (event.type === 'OrderDrafted') return opened(event.data);
  if (event.type === 'OrderPlaced') {
    const { placedOn, net, total, channel, externalId } = event.data;
    const placed = { on: placedOn ?? null, net, total, channel, externalId };
    return { ...(order ?? opened(event.data)), status: 'PLACED', placed };
  }
  return order && evolveExisting(order, event);
};

type LaterEvent = Exclude<OrderEvent, { readonly type: 'OrderDrafted' | 'OrderPlaced' }>;

const evolveExisting = (order: ExistingOrder, event: LaterEvent): ExistingOrder => {
  switch (event.type) {
    case 'ItemAddedToOrder':
    case 'ChargeAddedToOrder':
      return { ...order, lines: [...order.lines, event.data.line] };
    case 'ItemQuantityChanged': {
      const { lineId, quantity, amount } = event.data;
      return { ...order, lines: order.lines.map((l) => (l.lineId === lineId ? { ...l, quantity, amount } : l)) };
    }
    case 'ItemRemovedFromOrder':
      return { ...order, lines: order.lines.filter(({ lineId }) => lineId !== event.data.lineId) };
    case 'DeliveryAddressChanged':
      return { ...order, deliveryAddress: event.data.address };
    case 'BillingAddressChanged':
      return { ...order, billingAddress: event.data.address };
    case 'OrderForBilling':
      return { ...order, billingAddress: event.data.billingAddress, lines: withWeights(event.data.lines, order.lines) };
    case 'OrderForShipping':
      return { ...order, deliveryAddress: event.data.deliveryAddress };
    case 'OrderConfirmed':
      return { ...order, confirmed: true, status: order.status === 'PLACED' ? 'CONFIRMED' : order.status };
    case 'CancellationRequested':
      return { ...order, status: 'CANCELLING', cancelling: event.data.reason };
    case 'CancellationRejected':
      return {
        ...order,
        cancelling: null,
        status: order.status === 'CANCELLING' ? beforeCancelling(order) : order.status,
      };
    case 'OrderCancelled':
      return { ...order, status: 'CANCELLED', cancelling: null };
    case 'OrderCompleted':
      return { ...order, status: 'COMPLETED' };
    default:
      return event satisfies never;
  }
};

const beforeCancelling = ({ confirmed }: ExistingOrder): OrderStatus => (confirmed ? 'CONFIRMED' : 'PLACED');

/** The lines as billed; the weights, which billing is not told, stay those of the draft. */
const withWeights = (billed: readonly Omit<OrderLine, 'weightGrams'>[], draft: readonly OrderLine[]): OrderLine[] => {
  const weights = new Map(draft.map(({ lineId, weightGrams }) => [lineId, weightGrams]));
  return billed.map((line) => ({ ...line, weightGrams: weights.get(line.lineId) ?? null }));
};
