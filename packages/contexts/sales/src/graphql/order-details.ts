import { builder, MoneyRef, money } from '@waybill/graphql';
import type { Discount } from '../order/discount.ts';
import type { NoteRow, OrderRow } from '../read-models/order-row.ts';

export const OrderHold = builder.objectRef<NonNullable<OrderRow['held']>>('OrderHold').implement({
  description: 'Why nothing of the order is packed until it is released.',
  fields: (t) => ({
    reason: t.exposeString('reason'),
    since: t.expose('since', { type: 'DateTime' }),
    by: t.exposeString('by'),
  }),
});

export const OrderNote = builder.objectRef<NoteRow>('OrderNote').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    text: t.exposeString('text', { nullable: true, description: 'Null once the person is forgotten.' }),
    at: t.expose('at', { type: 'DateTime' }),
    by: t.exposeString('by'),
  }),
});

/** A discount with its order's currency. */
export type DiscountOfOrder = Discount & { readonly currency: string };

export const OrderDiscount = builder.objectRef<DiscountOfOrder>('OrderDiscount').implement({
  description: 'Taken off the amounts of the lines already.',
  fields: (t) => ({
    id: t.exposeID('discountId'),
    description: t.exposeString('description'),
    percent: t.expose('percent', { type: 'Decimal', nullable: true }),
    amount: t.field({
      type: MoneyRef,
      nullable: true,
      resolve: ({ amount, currency }) => (amount === null ? null : money(amount, currency)),
    }),
    lineId: t.exposeID('lineId', { nullable: true, description: 'Null: off the whole order.' }),
  }),
});
