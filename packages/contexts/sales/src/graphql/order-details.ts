import { builder, MoneyRef, money } from '@waybill/graphql';
import type { Discount } from '../order/discount.ts';
import type { OverCredit } from '../order/over-credit.ts';
import type { NoteRow, OrderRow } from '../read-models/order-row.ts';

/** With its order's currency. */
type InCurrency<T> = T & { readonly currency: string };

const OrderOverCredit = builder.objectRef<InCurrency<OverCredit>>('OrderOverCredit').implement({
  description:
    'Why its customer may not owe an order, as it was when it was held. `used` + `amount` is more than `limit`.',
  fields: (t) => ({
    limit: t.field({ type: MoneyRef, resolve: ({ limit, currency }) => money(limit, currency) }),
    used: t.field({
      type: MoneyRef,
      description: 'By other orders.',
      resolve: ({ used, currency }) => money(used, currency),
    }),
    amount: t.field({
      type: MoneyRef,
      description: 'What this order comes to.',
      resolve: ({ amount, currency }) => money(amount, currency),
    }),
  }),
});

export const OrderHold = builder.objectRef<InCurrency<NonNullable<OrderRow['held']>>>('OrderHold').implement({
  description: 'Why nothing of the order is packed until it is released.',
  fields: (t) => ({
    reason: t.exposeString('reason'),
    since: t.expose('since', { type: 'DateTime' }),
    by: t.exposeString('by'),
    credit: t.field({
      type: OrderOverCredit,
      nullable: true,
      description: "Null where it is held for another reason than its customer's credit limit.",
      resolve: ({ credit, currency }) => (credit ? { ...credit, currency } : null),
    }),
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
