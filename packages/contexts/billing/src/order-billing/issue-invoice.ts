import { type DecisionContext, defineJointCommand, type EventOf } from '@waybill/engine';
import { accept, defer, documentTotals, localDate, nothing, refuse } from '@waybill/kernel';
import { company } from '../company.ts';
import type { InvoiceEvent, invoiceEvents } from '../invoice/events.ts';
import { Invoice } from '../invoice/invoice.ts';
import type { InvoiceSeriesEvent } from '../invoice-series/events.ts';
import { InvoiceSeries, nextNumber, seriesId } from '../invoice-series/invoice-series.ts';
import { BillingStopped } from '../refusals.ts';
import { orderBillingCommands } from './commands.ts';
import type { OrderBillingEvent } from './events.ts';
import { type BilledOrder, OrderBilling, type OrderBillingState } from './order-billing.ts';

type Happened =
  | { readonly on: 'self'; readonly event: OrderBillingEvent }
  | { readonly on: 'series'; readonly event: InvoiceSeriesEvent }
  | { readonly on: 'invoice'; readonly event: InvoiceEvent };
type Content = Extract<EventOf<typeof invoiceEvents>, { readonly type: 'InvoiceIssued' }>['data'];

/** Orders of the past, whose documents are dated as they were and numbered apart. */
const HISTORIC_CHANNELS: readonly string[] = ['online-retail'];
const isHistoric = (order: BilledOrder | null): boolean => order !== null && HISTORIC_CHANNELS.includes(order.channel);

/** The day on the document: today, or the day it happened for an order of the past. */
const issueDateOf = (order: BilledOrder | null, { now, occurredAt }: DecisionContext): string =>
  localDate(isHistoric(order) ? occurredAt : now, company.timeZone);

const seriesOf = ({ order }: OrderBillingState, context: DecisionContext): string =>
  seriesId(isHistoric(order) ? 'HIST' : 'INV', issueDateOf(order, context));

const contentOf = (
  order: BilledOrder,
  orderId: string,
  series: string,
  number: string,
  context: DecisionContext,
): Content => {
  const { channel: _, ...agreed } = order;
  const issueDate = issueDateOf(order, context);
  const totals = documentTotals(order.lines);
  return {
    number,
    series,
    orderId,
    ...agreed,
    seller: company.seller,
    ...totals,
    taxes: [...totals.taxes],
    issueDate,
    taxPoint: localDate(context.occurredAt, company.timeZone),
    // PREPAID: nothing is open when it is issued.
    dueDate: issueDate,
  };
};

/**
 * One invoice for the whole order. The order's billing, the series and the document move in one append, so that a
 * number is never left out, never used twice, and never given to an order that was stopped.
 */
export const issueInvoice = defineJointCommand({
  command: orderBillingCommands.IssueInvoice,
  owner: OrderBilling,
  companions: ({ invoiceId }, billing, context) => ({
    series: [InvoiceSeries, seriesOf(billing, context)] as const,
    invoice: [Invoice, invoiceId] as const,
  }),
  decide: ({ orderId, invoiceId }, { self, series }, context) => {
    if (self.invoice) return nothing;
    if (self.stopped) return refuse(BillingStopped({ orderId }));
    if (!self.order) return defer(`Billing has not learned of order ${orderId} yet`);
    const id = seriesOf(self, context);
    const { sequence, number } = nextNumber(id, series);
    const content = contentOf(self.order, orderId, id, number, context);
    return accept<Happened>(
      { on: 'self', event: { type: 'InvoiceAgreed', data: { invoiceId, number } } },
      { on: 'series', event: { type: 'InvoiceNumberTaken', data: { sequence, number, invoiceId } } },
      { on: 'invoice', event: { type: 'InvoiceIssued', data: content } },
    );
  },
});
