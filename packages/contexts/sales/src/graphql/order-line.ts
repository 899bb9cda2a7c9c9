import { builder, MoneyRef, money, sharedEnum } from '@waybill/graphql';
import type { OrderLine } from '../order/line.ts';

export const LineKind = sharedEnum('LineKind', ['GOODS', 'CHARGE']);

/** A line with its order's currency. */
export type LineOfOrder = OrderLine & { readonly currency: string };

export const OrderLineRef = builder.objectRef<LineOfOrder>('OrderLine').implement({
  fields: (t) => ({
    id: t.exposeID('lineId'),
    kind: t.expose('kind', { type: LineKind }),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    quantity: t.exposeInt('quantity'),
    unitPrice: t.expose('unitPrice', { type: 'Decimal', description: 'Net, per piece, major units.' }),
    taxCode: t.exposeString('taxCode'),
    taxRate: t.expose('taxRate', { type: 'Decimal', description: 'Per cent.' }),
    weightGrams: t.exposeInt('weightGrams', { nullable: true }),
    amount: t.field({ type: MoneyRef, description: 'Net.', resolve: (line) => money(line.amount, line.currency) }),
  }),
});
