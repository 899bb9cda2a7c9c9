import {
  AddressRef,
  addressFrom,
  batched,
  builder,
  comparable,
  type GraphContext,
  groupBy,
  HistoryEvent,
  jsonColumn,
  type Moment,
  MoneyRef,
  money,
  nodeOf,
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
import { type CreditNoteRow, creditNotes } from '../read-models/credit-notes.ts';
import { Invoice } from './invoice.ts';
import { TaxTotal } from './invoice-line.ts';

type Line = CreditNoteRow['lines'][number] & { readonly currency: string };
const LineKind = sharedEnum('CreditLineKind', ['GOODS', 'CHARGE', 'AMOUNT']);
const Prices = sharedEnum('PriceBasis', priceBasis.options);

/** Pieces of an invoice's line, or an amount of a tax rate. All figures are positive. */
const CreditNoteLine = builder.objectRef<Line>('CreditNoteLine').implement({
  fields: (t) => ({
    lineId: t.exposeID('lineId', { nullable: true, description: 'Of the invoice; null for an amount.' }),
    kind: t.expose('kind', { type: LineKind }),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    quantity: t.exposeInt('quantity'),
    unitPrice: t.expose('unitPrice', { type: 'Decimal' }),
    taxCode: t.exposeString('taxCode'),
    taxRate: t.expose('taxRate', { type: 'Decimal' }),
    amount: t.field({ type: MoneyRef, resolve: ({ amount, currency }) => money(amount, currency) }),
    tax: t.field({ type: MoneyRef, resolve: ({ tax, currency }) => money(tax, currency) }),
  }),
});

/** Issued in its invoice's stream, or in its own; its document is recorded in its own. */
const streamsOf = ({
  id,
  invoiceId,
}: {
  readonly id: string;
  readonly invoiceId: string | null;
}): readonly [string, ...string[]] => [`creditNote-${id}`, ...(invoiceId === null ? [] : [`invoice-${invoiceId}`])];

export const CreditNote = builder.prismaNode('CreditNote', {
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number'),
    invoiceId: t.exposeID('invoiceId', { nullable: true, description: 'Null where there is no invoice to correct.' }),
    invoiceNumber: t.exposeString('invoiceNumber', { nullable: true }),
    orderId: t.exposeID('orderId', { nullable: true }),
    orderNumber: t.exposeString('orderNumber', { nullable: true }),
    customerId: t.exposeID('customerId'),
    customerName: t.exposeString('customerName', { nullable: true }),
    billingAddress: t.field({ type: AddressRef, nullable: true, resolve: (row) => addressFrom(row.billingAddress) }),
    buyerVatId: t.exposeString('buyerVatId', { nullable: true, description: 'Null where the buyer gave none.' }),
    currency: t.exposeString('currency'),
    prices: t.field({
      type: Prices,
      description: 'Whether its unit prices and the amounts of its lines are without tax, or with it.',
      resolve: (row) => priceBasis.parse(row.prices ?? 'NET'),
    }),
    reason: t.exposeString('reason'),
    returnId: t.exposeID('returnId', { nullable: true }),
    lines: t.field({
      type: [CreditNoteLine],
      resolve: ({ lines, currency }) =>
        jsonColumn<CreditNoteRow['lines']>(lines).map((line) => ({ ...line, currency })),
    }),
    taxes: t.field({
      type: [TaxTotal],
      resolve: ({ taxes, currency }) => jsonColumn<CreditNoteRow['taxes']>(taxes).map((tax) => ({ ...tax, currency })),
    }),
    net: t.field({ type: MoneyRef, resolve: (row) => money(row.net, row.currency) }),
    tax: t.field({ type: MoneyRef, resolve: (row) => money(row.tax, row.currency) }),
    total: t.field({ type: MoneyRef, resolve: (row) => money(row.total, row.currency) }),
    issueDate: t.expose('issueDate', { type: 'Date' }),
    taxPoint: t.expose('taxPoint', { type: 'Date' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime' }),
    documentUrl: t.string({
      nullable: true,
      description: 'Where the document can be fetched (PDF), relative to the API; null until it is rendered.',
      resolve: ({ id, documentSha256 }) => (documentSha256 === null ? null : `/documents/credit-notes/${id}.pdf`),
    }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`creditNote-${row.id}`]),
    }),
  }),
});

/** A credit note as it was at a moment; null where it was not issued yet. */
export const creditNoteThen = async (
  note: { readonly id: string; readonly invoiceId: string | null },
  moment: Moment,
  context: GraphContext,
) => {
  const past = await pastAt(context, moment, `creditNote-${note.id}`);
  return rowThen(past, 'CreditNote', creditNotes, note.id, streamsOf(note));
};

comparable<{ readonly id: string; readonly invoiceId: string | null }>(CreditNote, {
  type: 'CreditNote',
  query: 'creditNote',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: streamsOf,
});

nodeOf('creditNote', 'CreditNote', (id, context) => reads(context).creditNote.findUnique({ where: { id } }));

const creditNotesOfInvoice = batched(async (context: GraphContext, invoiceIds: readonly string[]) => {
  const rows = await reads(context).creditNote.findMany({
    where: { invoiceId: { in: [...invoiceIds] } },
    orderBy: { number: 'asc' },
  });
  return groupBy(rows, ({ invoiceId }) => invoiceId ?? '');
});

builder.prismaObjectField(Invoice, 'creditNotes', (t) =>
  t.field({
    ...readsFrom(creditNotes.name),
    type: [CreditNote],
    resolve: async (invoice, _args, context) => {
      const past = pastOf(invoice);
      if (!past) return (await creditNotesOfInvoice(context, invoice.id)) ?? [];
      return [...(await rowsThen(past, 'CreditNote', creditNotes, [`invoice-${invoice.id}`])).values()];
    },
  }),
);
