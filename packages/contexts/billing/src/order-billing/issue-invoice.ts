import { type CommandData, type DecisionContext, defineJointCommand } from '@waybill/engine';
import { accept, type Decision, defer, documentPart, lineTaxes, localDate, nothing, refuse } from '@waybill/kernel';
import { isHistoric } from '@waybill/sales/contract';
import type { Issuer } from '../company/issuer.ts';
import type { InvoiceContent, InvoiceEvent } from '../invoice/events.ts';
import { Invoice } from '../invoice/invoice.ts';
import type { InvoiceSeriesEvent } from '../invoice-series/events.ts';
import { InvoiceSeries } from '../invoice-series/invoice-series.ts';
import { BillingStopped, CompanyNotFilledIn } from '../refusals.ts';
import { nextNumber, PAST_INVOICES, seriesId } from '../series.ts';
import { dueDateOf } from '../terms.ts';
import { orderBillingCommands } from './commands.ts';
import type { OrderBillingEvent } from './events.ts';
import { type BilledOrder, OrderBilling, type OrderBillingState } from './order-billing.ts';
import { add, left, merged, take } from './pieces.ts';

type Happened =
  | { readonly on: 'self'; readonly event: OrderBillingEvent }
  | { readonly on: 'series'; readonly event: InvoiceSeriesEvent }
  | { readonly on: 'invoice'; readonly event: InvoiceEvent };
type IssueInvoice = CommandData<typeof orderBillingCommands.IssueInvoice>;

const isPast = (order: BilledOrder | null): boolean => order !== null && isHistoric(order.channel);

/** The day on the document: today, or the day it happened for an order of the past. */
const issueDateOf = (order: BilledOrder | null, { timeZone }: Issuer, { now, occurredAt }: DecisionContext): string =>
  localDate(isPast(order) ? occurredAt : now, timeZone);

const seriesOf = ({ order }: OrderBillingState, issuer: Issuer, context: DecisionContext): string =>
  seriesId(isPast(order) ? PAST_INVOICES : issuer.invoiceSeries, issueDateOf(order, issuer, context));

/** What this invoice covers: as much of the wish as is left, and on the first one the charges. */
const piecesOf = ({ lines: wish }: IssueInvoice, order: BilledOrder, { taken, invoices }: OrderBillingState) => {
  const open = left(order.lines, taken);
  if (!wish) return take(merged(order.lines), open);
  const charges = invoices.length === 0 ? order.lines.filter(({ kind }) => kind === 'CHARGE') : [];
  const named = new Set(wish.map(({ lineId }) => lineId));
  return take([...merged(wish), ...merged(charges.filter(({ lineId }) => !named.has(lineId)))], open);
};

const contentOf = (
  { orderId, deliveryId = null }: IssueInvoice,
  issuer: Issuer,
  order: BilledOrder,
  part: Pick<InvoiceContent, 'lines' | 'taxes' | 'net' | 'tax' | 'total'>,
  { series, number }: { readonly series: string; readonly number: string },
  context: DecisionContext,
): InvoiceContent => {
  const { channel: _, ...agreed } = order;
  const { version: companyVersion, seller, timeZone } = issuer;
  const issueDate = issueDateOf(order, issuer, context);
  return {
    number,
    series,
    orderId,
    deliveryId,
    ...agreed,
    companyVersion,
    seller,
    timeZone,
    ...part,
    issueDate,
    taxPoint: localDate(context.occurredAt, timeZone),
    dueDate: dueDateOf(order.terms, issueDate),
  };
};

/** A person is told; what a process wished for is kept, and issued once it is known who sells. */
const withoutCompany = (
  { invoiceId, deliveryId = null, lines = null }: IssueInvoice,
  { heldBack }: OrderBillingState,
  { actor }: DecisionContext,
): Decision<Happened> => {
  if (actor.kind === 'user') return refuse(CompanyNotFilledIn({}));
  if (heldBack.includes(invoiceId)) return nothing;
  return accept<Happened>({
    on: 'self',
    event: { type: 'InvoiceHeldBack', data: { invoiceId, deliveryId, lines } },
  });
};

/**
 * An invoice over a whole order or a part of it. The order's billing, the series and the document move in one append, so
 * that a number is never left out, never used twice, and never given to an order that was stopped.
 */
export const issueInvoice = defineJointCommand({
  command: orderBillingCommands.IssueInvoice,
  owner: OrderBilling,
  companions: ({ invoiceId, issuer }, billing, context) => ({
    ...(issuer ? { series: [InvoiceSeries, seriesOf(billing, issuer, context)] as const } : {}),
    invoice: [Invoice, invoiceId] as const,
  }),
  decide: (command, { self, series }, context) => {
    const { orderId, invoiceId, deliveryId = null, issuer } = command;
    const { order, taken, invoices, stopped } = self;
    const isThere = ({ invoiceId: id, deliveryId: of }: (typeof invoices)[number]) =>
      id === invoiceId || (of !== null && of === deliveryId);
    if (invoices.some(isThere)) return nothing;
    if (stopped) return refuse(BillingStopped({ orderId }));
    if (!order) return defer(`Billing has not learned of order ${orderId} yet`);
    const pieces = piecesOf(command, order, self);
    // Everything is invoiced or cancelled; but an order of nothing gets its invoice too.
    if (pieces.length === 0 && order.lines.length > 0) return nothing;
    if (!issuer || !series) return withoutCompany(command, self, context);
    const { lines, taxes, ...totals } = documentPart(order.lines, taken, add(new Map(), pieces), order.prices);
    const shares = lineTaxes(lines, taxes);
    const part = { ...totals, taxes: [...taxes], lines: lines.map((line, at) => ({ ...line, tax: shares[at] ?? 0 })) };
    const id = seriesOf(self, issuer, context);
    const { sequence, number } = nextNumber(id, series);
    const content = contentOf(command, issuer, order, part, { series: id, number }, context);
    return accept<Happened>(
      { on: 'self', event: { type: 'InvoiceAgreed', data: { invoiceId, number, deliveryId, lines: pieces } } },
      { on: 'series', event: { type: 'InvoiceNumberTaken', data: { sequence, number, invoiceId } } },
      { on: 'invoice', event: { type: 'InvoiceIssued', data: content } },
    );
  },
});
