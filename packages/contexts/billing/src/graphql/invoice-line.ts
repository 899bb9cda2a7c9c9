import { builder, MoneyRef, money, sharedEnum } from '@waybill/graphql';
import type { InvoiceRow } from '../read-models/invoices.ts';

/** Rows of an earlier release know neither discount nor tax per line. */
type Line = Omit<InvoiceRow['lines'][number], 'discount' | 'tax'> & {
  readonly discount?: number;
  readonly tax?: number;
  readonly currency: string;
};
type Tax = InvoiceRow['taxes'][number] & { readonly currency: string };

const LineKind = sharedEnum('LineKind', ['GOODS', 'CHARGE']);

/** A line as the document prints it. */
export const InvoiceLine = builder.objectRef<Line>('InvoiceLine').implement({
  fields: (t) => ({
    id: t.exposeID('lineId'),
    kind: t.expose('kind', { type: LineKind }),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    quantity: t.exposeInt('quantity'),
    unitPrice: t.expose('unitPrice', {
      type: 'Decimal',
      description: "With tax where the invoice's prices are GROSS, as is the amount.",
    }),
    taxCode: t.exposeString('taxCode'),
    taxRate: t.expose('taxRate', { type: 'Decimal' }),
    amount: t.field({ type: MoneyRef, resolve: ({ amount, currency }) => money(amount, currency) }),
    discount: t.field({
      type: MoneyRef,
      description: 'What was taken off the amount already.',
      resolve: ({ discount = 0, currency }) => money(discount, currency),
    }),
    tax: t.field({
      type: MoneyRef,
      nullable: true,
      description: "Its share of the document's tax, for show.",
      resolve: ({ tax, currency }) => (tax === undefined ? null : money(tax, currency)),
    }),
  }),
});

export const TaxTotal = builder.objectRef<Tax>('TaxTotal').implement({
  fields: (t) => ({
    taxCode: t.exposeString('taxCode'),
    taxRate: t.expose('taxRate', { type: 'Decimal' }),
    net: t.field({ type: MoneyRef, resolve: ({ net, currency }) => money(net, currency) }),
    tax: t.field({ type: MoneyRef, resolve: ({ tax, currency }) => money(tax, currency) }),
  }),
});
