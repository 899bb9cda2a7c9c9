import { type CommandData, defineAggregate, type EventFrom } from '@waybill/engine';
import { accept, type Decision, nothing } from '@waybill/kernel';
import { orderBillingCommands } from './commands.ts';
import { type OrderBillingEvent, orderBillingEvents } from './events.ts';

const { OpenBilling, StopBilling } = orderBillingCommands;

/** Billing's own copy of an order. */
export type BilledOrder = EventFrom<typeof orderBillingEvents.BillingOpened>['data'];

export interface OrderBillingState {
  /** Null until it is opened. */
  readonly order: BilledOrder | null;
  readonly invoice: { readonly invoiceId: string; readonly number: string } | null;
  readonly stopped: boolean;
}

const openBilling = (
  { orderId: _, ...order }: CommandData<typeof OpenBilling>,
  { order: known }: OrderBillingState,
): Decision<OrderBillingEvent> => (known ? nothing : accept<OrderBillingEvent>({ type: 'BillingOpened', data: order }));

/** The answer is an event either way: it is stopped, or an invoice was first. */
const stopBilling = (
  { reason }: CommandData<typeof StopBilling>,
  { invoice, stopped }: OrderBillingState,
): Decision<OrderBillingEvent> => {
  if (stopped) return nothing;
  if (!invoice) return accept<OrderBillingEvent>({ type: 'BillingStopped', data: { reason } });
  const message = `Invoice ${invoice.number} was issued before billing was stopped: correct it by a credit note.`;
  return accept<OrderBillingEvent>({
    type: 'BillingStopRefused',
    data: { code: 'ALREADY_INVOICED', message, ...invoice },
  });
};

const evolve = (state: OrderBillingState, event: OrderBillingEvent): OrderBillingState => {
  switch (event.type) {
    case 'BillingOpened':
      return { ...state, order: event.data };
    case 'InvoiceAgreed':
      return { ...state, invoice: { invoiceId: event.data.invoiceId, number: event.data.number } };
    case 'BillingStopped':
      return { ...state, stopped: true };
    case 'BillingStopRefused':
      return state;
  }
};

/** Streams `orderBilling-<orderId>`: one invoice for an order, or none because it was stopped first. */
export const OrderBilling = defineAggregate({
  category: 'orderBilling',
  events: orderBillingEvents,
  commands: { OpenBilling, StopBilling },
  initial: { order: null, invoice: null, stopped: false } as OrderBillingState,
  evolve,
  decide: { OpenBilling: openBilling, StopBilling: stopBilling },
});
