import { builder, MoneyRef, money, SizeRef, sharedEnum, sizeFrom } from '@waybill/graphql';
import type { OrderLine } from '../order/line.ts';
import type { OrderLineRow } from '../read-models/order-row.ts';

export const LineKind = sharedEnum('LineKind', ['GOODS', 'CHARGE']);

/** A line with its order's currency. Rows of before know no discounts, and nothing that was cancelled. */
export type LineOfOrder = OrderLine & Partial<Omit<OrderLineRow, keyof OrderLine>> & { readonly currency: string };

export const OrderLineRef = builder.objectRef<LineOfOrder>('OrderLine').implement({
  fields: (t) => ({
    id: t.exposeID('lineId'),
    kind: t.expose('kind', { type: LineKind }),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    quantity: t.exposeInt('quantity', { description: 'As agreed, with what was cancelled since.' }),
    cancelledQuantity: t.int({
      description: 'Pieces that were cancelled since it was placed.',
      resolve: ({ cancelled }) => cancelled ?? 0,
    }),
    unitPrice: t.expose('unitPrice', {
      type: 'Decimal',
      description: "Per piece, major units; with tax where the order's prices are GROSS.",
    }),
    taxCode: t.exposeString('taxCode'),
    taxRate: t.expose('taxRate', { type: 'Decimal', description: 'Per cent.' }),
    weightGrams: t.exposeInt('weightGrams', { nullable: true }),
    size: t.field({ type: SizeRef, nullable: true, resolve: ({ size }) => sizeFrom(size) }),
    discount: t.field({
      type: MoneyRef,
      description: 'What discounts took off the amount.',
      resolve: ({ discount, currency }) => money(discount ?? 0, currency),
    }),
    amount: t.field({
      type: MoneyRef,
      description: "Of what was not cancelled, discounts taken off; with tax where the order's prices are GROSS.",
      resolve: ({ openAmount, amount, currency }) => money(openAmount ?? amount, currency),
    }),
  }),
});
