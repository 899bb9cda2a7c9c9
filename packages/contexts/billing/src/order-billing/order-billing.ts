import { type CommandData, defineAggregate, type EventFrom, isUnknown } from '@waybill/engine';
import { accept, type Decision, defer, documentPart, documentTotals, nothing } from '@waybill/kernel';
import { orderBillingCommands } from './commands.ts';
import { type OrderBillingEvent, orderBillingEvents } from './events.ts';
import { type AgreedInvoice, add, left, merged, type Reduced, reduce, subtract } from './pieces.ts';

const { OpenBilling, ReduceBilling, StopBilling } = orderBillingCommands;

/** Billing's own copy of an order. */
export type BilledOrder = EventFrom<typeof orderBillingEvents.BillingOpened>['data'];

export interface OrderBillingState {
  /** Null until it is opened. */
  readonly order: BilledOrder | null;
  /** In the order of their numbers. */
  readonly invoices: readonly AgreedInvoice[];
  /** Pieces by line that are invoiced, or cancelled before they were. */
  readonly taken: ReadonlyMap<string, number>;
  /** What was cancelled before it was invoiced, in minor units. */
  readonly reduced: number;
  readonly cancellations: readonly string[];
  readonly stopped: boolean;
  /** Invoices that were wished for while it was not known who sells. */
  readonly heldBack: readonly string[];
}

const openBilling = (
  { orderId: _, buyerVatId = null, ...order }: CommandData<typeof OpenBilling>,
  { order: known }: OrderBillingState,
): Decision<OrderBillingEvent> =>
  known ? nothing : accept<OrderBillingEvent>({ type: 'BillingOpened', data: { ...order, buyerVatId } });

/** What has not been invoiced is never invoiced; what has been is named, with its invoices. */
const reduceBilling = (
  { orderId, cancellationId, lines }: CommandData<typeof ReduceBilling>,
  state: OrderBillingState,
): Decision<OrderBillingEvent> => {
  const { order, taken, invoices, cancellations } = state;
  if (state.stopped || cancellations.includes(cancellationId)) return nothing;
  if (!order) return defer(`Billing has not learned of order ${orderId} yet`);
  const wish = merged(lines ?? order.lines);
  const reduced = reduce(wish, left(order.lines, taken), invoices);
  const { net, tax, total } = documentPart(order.lines, taken, add(new Map(), reduced.lines), order.prices);
  const after = add(taken, reduced.lines);
  const { total: remaining } = documentPart(order.lines, after, left(order.lines, after), order.prices);
  const orderTotal = documentTotals(order.lines, order.prices).total - state.reduced - total;
  return accept<OrderBillingEvent>({
    type: 'BillingReduced',
    data: {
      cancellationId,
      ...reduced,
      net,
      tax,
      total,
      currency: order.currency,
      remaining,
      orderTotal,
    },
  });
};

/** The answer is an event either way: it is stopped, or an invoice was first. */
const stopBilling = (
  { reason }: CommandData<typeof StopBilling>,
  { invoices, stopped }: OrderBillingState,
): Decision<OrderBillingEvent> => {
  if (stopped) return nothing;
  const [invoice] = invoices;
  if (!invoice) return accept<OrderBillingEvent>({ type: 'BillingStopped', data: { reason } });
  const { invoiceId, number } = invoice;
  const message = `Invoice ${number} was issued before billing was stopped: correct it by a credit note.`;
  return accept<OrderBillingEvent>({
    type: 'BillingStopRefused',
    data: { code: 'ALREADY_INVOICED', message, invoiceId, number },
  });
};

const evolve = (state: OrderBillingState, event: OrderBillingEvent): OrderBillingState => {
  switch (event.type) {
    case 'BillingOpened':
      return { ...state, order: event.data };
    case 'InvoiceAgreed': {
      const { invoiceId, number, deliveryId, lines: recorded } = event.data;
      const lines = isUnknown(recorded) ? merged(state.order?.lines ?? []) : recorded;
      const invoices = [...state.invoices, { invoiceId, number, deliveryId, lines }];
      return { ...state, invoices, taken: add(state.taken, lines) };
    }
    case 'BillingReduced':
      return withReduced(state, event.data);
    case 'InvoiceHeldBack':
      return { ...state, heldBack: [...state.heldBack, event.data.invoiceId] };
    case 'BillingStopped':
      return { ...state, stopped: true };
    case 'BillingStopRefused':
      return state;
  }
};

/** A piece is cancelled once: what is to be credited on an invoice is not there for the next cancellation. */
const withReduced = (
  state: OrderBillingState,
  { cancellationId, lines, invoiced, total }: Reduced & { readonly cancellationId: string; readonly total: number },
): OrderBillingState => {
  const credited = new Map(invoiced.map((one) => [one.invoiceId, one.lines]));
  return {
    ...state,
    taken: add(state.taken, lines),
    reduced: state.reduced + total,
    cancellations: [...state.cancellations, cancellationId],
    invoices: state.invoices.map((invoice) => ({
      ...invoice,
      lines: subtract(invoice.lines, credited.get(invoice.invoiceId) ?? []),
    })),
  };
};

const initial: OrderBillingState = {
  order: null,
  invoices: [],
  taken: new Map(),
  reduced: 0,
  cancellations: [],
  stopped: false,
  heldBack: [],
};

/** Streams `orderBilling-<orderId>`: which invoices an order has, or none because it was stopped first. */
export const OrderBilling = defineAggregate({
  category: 'orderBilling',
  events: orderBillingEvents,
  commands: { OpenBilling, ReduceBilling, StopBilling },
  initial,
  evolve,
  decide: { OpenBilling: openBilling, ReduceBilling: reduceBilling, StopBilling: stopBilling },
});
