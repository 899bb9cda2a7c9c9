import type { PrismaTypes } from '@waybill/db/prisma';
import {
  AddressRef,
  AvailableActionRef,
  actionOf,
  actionsThen,
  addressFrom,
  batched,
  builder,
  comparable,
  type GraphContext,
  groupBy,
  HistoryEvent,
  jsonColumn,
  jsonList,
  type Moment,
  MoneyRef,
  money,
  nodeOf,
  oneOf,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowsThen,
  rowThen,
  sharedEnum,
  storyOf,
} from '@waybill/graphql';
import { priceBasis } from '@waybill/sales/contract';
import { beforeThePage } from '../documents/before-the-page.ts';
import { invoiceActions } from '../invoice/available-actions.ts';
import { INVOICE_STATUSES } from '../invoice/standing.ts';
import { type InvoiceRow, invoices } from '../read-models/invoices.ts';
import { terms } from '../terms.ts';
import { InvoiceLine, TaxTotal } from './invoice-line.ts';
import { Allocation, Reminder } from './invoice-story.ts';

export const InvoiceStatus = sharedEnum('InvoiceStatus', INVOICE_STATUSES);
const invoiceStatus = oneOf('InvoiceStatus', INVOICE_STATUSES);
const Terms = sharedEnum('PaymentTerms', terms.options);
const Prices = sharedEnum('PriceBasis', priceBasis.options);

type Row = PrismaTypes['Invoice']['Shape'];
/** What is open, also in a row of an earlier release. */
const openOf = ({ open, total, paid }: Row): number => Number(open ?? Math.max(Number(total) - Number(paid), 0));
const days = (date: Date): string => date.toISOString().slice(0, 10);
const standingOf = (row: Row) => ({
  number: row.number,
  status: invoiceStatus(row.status),
  open: openOf(row),
  total: Number(row.total),
  credited: Number(row.credited ?? 0),
  dueDate: days(row.dueDate),
  timeZone: row.timeZone ?? beforeThePage.timeZone,
  reminders: remindersOf(row).length,
  sent: row.sentAt !== null,
});
const remindersOf = ({ reminders }: Row) => jsonList<InvoiceRow['reminders'][number]>(reminders);
const allocationsOf = ({ allocations }: Row) => jsonList<InvoiceRow['allocations'][number]>(allocations);

export const Invoice = builder.prismaNode('Invoice', {
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number'),
    status: t.field({ type: InvoiceStatus, resolve: (row) => invoiceStatus(row.status) }),
    orderId: t.exposeID('orderId'),
    orderNumber: t.exposeString('orderNumber'),
    customerId: t.exposeID('customerId'),
    customerName: t.exposeString('customerName', { nullable: true }),
    billingAddress: t.field({ type: AddressRef, nullable: true, resolve: (row) => addressFrom(row.billingAddress) }),
    currency: t.exposeString('currency'),
    prices: t.field({
      type: Prices,
      description: 'Whether its unit prices and the amounts of its lines are without tax, or with it.',
      resolve: (row) => priceBasis.parse(row.prices ?? 'NET'),
    }),
    lines: t.field({
      type: [InvoiceLine],
      resolve: ({ lines, currency }) => jsonColumn<InvoiceRow['lines']>(lines).map((line) => ({ ...line, currency })),
    }),
    taxes: t.field({
      type: [TaxTotal],
      resolve: ({ taxes, currency }) => jsonColumn<InvoiceRow['taxes']>(taxes).map((tax) => ({ ...tax, currency })),
    }),
    net: t.field({ type: MoneyRef, resolve: (row) => money(row.net, row.currency) }),
    tax: t.field({ type: MoneyRef, resolve: (row) => money(row.tax, row.currency) }),
    total: t.field({ type: MoneyRef, resolve: (row) => money(row.total, row.currency) }),
    paid: t.field({ type: MoneyRef, resolve: (row) => money(row.paid, row.currency) }),
    credited: t.field({
      type: MoneyRef,
      description: 'The sum of its credit notes.',
      resolve: (row) => money(row.credited ?? 0, row.currency),
    }),
    writtenOff: t.field({ type: MoneyRef, resolve: (row) => money(row.writtenOff ?? 0, row.currency) }),
    open: t.field({
      type: MoneyRef,
      description: 'What is still to be paid: the total less payments, credits and what was written off.',
      resolve: (row) => money(openOf(row), row.currency),
    }),
    terms: t.field({ type: Terms, resolve: (row) => terms.parse(row.terms) }),
    deliveryId: t.exposeID('deliveryId', { nullable: true, description: 'The dispatched delivery that it is for.' }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
    overdueAt: t.expose('overdueAt', { type: 'DateTime', nullable: true }),
    allocations: t.field({
      type: [Allocation],
      resolve: (row) => allocationsOf(row).map((one) => ({ ...one, currency: row.currency })),
    }),
    reminders: t.field({
      type: [Reminder],
      resolve: (row) => remindersOf(row).map((one) => ({ ...one, currency: row.currency })),
    }),
    issueDate: t.expose('issueDate', { type: 'Date' }),
    taxPoint: t.expose('taxPoint', { type: 'Date' }),
    dueDate: t.expose('dueDate', { type: 'Date' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime' }),
    buyerVatId: t.exposeString('buyerVatId', { nullable: true, description: 'Null where the buyer gave none.' }),
    companyVersion: t.exposeInt('companyVersion', {
      nullable: true,
      description: "The version of the company's page that it captures; null where it is older than the page.",
    }),
    version: t.int({ resolve: ({ version }) => Number(version) }),
    documentUrl: t.string({
      nullable: true,
      description: 'Where the document can be fetched (PDF), relative to the API; null until it is rendered.',
      resolve: ({ id, documentSha256 }) => (documentSha256 === null ? null : `/documents/invoices/${id}.pdf`),
    }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`invoice-${row.id}`]),
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row) => actionsThen(row, invoiceActions(standingOf(row), new Date()).map(actionOf)),
    }),
  }),
});

/** An invoice as it was at a moment; null where it was not issued yet. */
export const invoiceThen = async (id: string, moment: Moment, context: GraphContext) => {
  const stream = `invoice-${id}`;
  return rowThen(await pastAt(context, moment, stream), 'Invoice', invoices, id, [stream]);
};

comparable<{ readonly id: string }>(Invoice, {
  type: 'Invoice',
  query: 'invoice',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: ({ id }) => [`invoice-${id}`],
});

nodeOf('invoice', 'Invoice', (id, context) => reads(context).invoice.findUnique({ where: { id } }));

const invoicesOfOrder = batched(async (context: GraphContext, orderIds: readonly string[]) => {
  const rows = await reads(context).invoice.findMany({
    where: { orderId: { in: [...orderIds] } },
    orderBy: { number: 'asc' },
  });
  return groupBy(rows, ({ orderId }) => orderId);
});

builder.prismaObjectField('OrderBoard', 'invoices', (t) =>
  t.field({
    ...readsFrom(invoices.name),
    type: [Invoice],
    resolve: async (order, _args, context) => {
      const past = pastOf(order);
      if (!past) return (await invoicesOfOrder(context, order.id)) ?? [];
      const story = await past.story([`orderBilling-${order.id}`]);
      const streams = story.flatMap(({ data }) => ('invoiceId' in data ? [`invoice-${data.invoiceId}`] : []));
      return [...(await rowsThen(past, 'Invoice', invoices, streams)).values()];
    },
  }),
);
