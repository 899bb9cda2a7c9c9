import {
  AddressRef,
  AvailableActionRef,
  actionsThen,
  addressFrom,
  batched,
  builder,
  comparable,
  type GraphContext,
  groupBy,
  HistoryEvent,
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
import { type InvoiceRow, invoices } from '../read-models/invoices.ts';
import { InvoiceLine, TaxTotal } from './invoice-line.ts';

const STATES = ['OPEN', 'PAID'] as const;
export const InvoiceStatus = sharedEnum('InvoiceStatus', STATES);
const invoiceStatus = oneOf('InvoiceStatus', STATES);

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
    lines: t.field({
      type: [InvoiceLine],
      resolve: ({ lines, currency }) =>
        (lines as unknown as InvoiceRow['lines']).map((line) => ({ ...line, currency })),
    }),
    taxes: t.field({
      type: [TaxTotal],
      resolve: ({ taxes, currency }) => (taxes as unknown as InvoiceRow['taxes']).map((tax) => ({ ...tax, currency })),
    }),
    net: t.field({ type: MoneyRef, resolve: (row) => money(row.net, row.currency) }),
    tax: t.field({ type: MoneyRef, resolve: (row) => money(row.tax, row.currency) }),
    total: t.field({ type: MoneyRef, resolve: (row) => money(row.total, row.currency) }),
    paid: t.field({ type: MoneyRef, resolve: (row) => money(row.paid, row.currency) }),
    open: t.field({
      type: MoneyRef,
      resolve: ({ total, paid, currency }) => money(Math.max(Number(total) - Number(paid), 0), currency),
    }),
    issueDate: t.expose('issueDate', { type: 'Date' }),
    taxPoint: t.expose('taxPoint', { type: 'Date' }),
    dueDate: t.expose('dueDate', { type: 'Date' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime' }),
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
      resolve: (row) => actionsThen(row, []),
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
      const streams = order.invoiceId === null ? [] : [`invoice-${order.invoiceId}`];
      return [...(await rowsThen(past, 'Invoice', invoices, streams)).values()];
    },
  }),
);
