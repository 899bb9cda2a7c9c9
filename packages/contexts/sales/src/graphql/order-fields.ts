import {
  AddressRef,
  addressFrom,
  batched,
  builder,
  contributeActions,
  type GraphContext,
  jsonColumn,
  jsonList,
  pastOf,
  reads,
  readsFrom,
  rowThen,
} from '@waybill/graphql';
import { availableActions } from '../order/available-actions.ts';
import type { Discount } from '../order/discount.ts';
import type { OrderStatus } from '../order/order.ts';
import type { NoteRow, OrderRow } from '../read-models/order-row.ts';
import { orders } from '../read-models/orders.ts';
import type { PaymentTerms, ShortagePolicy } from '../terms.ts';
import { type Cancellation, OrderCancellation } from './order-cancellation.ts';
import { OrderDiscount, OrderHold, OrderNote } from './order-details.ts';
import { type LineOfOrder, OrderLineRef } from './order-line.ts';
import { PaymentTermsRef, ShortagePolicyRef } from './terms.ts';

/** The order as sales keeps it. Batched. */
const orderById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).order.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
});

/** The order as sales keeps it, or kept it then. */
const orderOf = (board: { readonly id: string }, context: GraphContext) => {
  const past = pastOf(board);
  return past ? rowThen(past, 'Order', orders, board.id, [`order-${board.id}`]) : orderById(context, board.id);
};
type SalesRow = NonNullable<Awaited<ReturnType<typeof orderById>>>;
/** A row of before keeps the last of them alone. */
const cancellationsOf = ({ cancellations, cancellation }: SalesRow): readonly Cancellation[] =>
  jsonList<Cancellation>(cancellations ?? (cancellation ? [cancellation] : []));

const linesOf = ({ lines, currency }: SalesRow): LineOfOrder[] =>
  jsonColumn<Omit<LineOfOrder, 'currency'>[]>(lines).map((line) => ({ ...line, currency }));

builder.prismaObjectFields('OrderBoard', (t) => ({
  lines: t.field({
    ...readsFrom(orders.name),
    type: [OrderLineRef],
    resolve: async (board, _args, context) => {
      const order = await orderOf(board, context);
      return order ? linesOf(order) : [];
    },
  }),
  deliveryAddress: t.field({
    ...readsFrom(orders.name),
    type: AddressRef,
    nullable: true,
    resolve: async (board, _args, context) => addressFrom((await orderOf(board, context))?.deliveryAddress),
  }),
  billingAddress: t.field({
    ...readsFrom(orders.name),
    type: AddressRef,
    nullable: true,
    resolve: async (board, _args, context) => addressFrom((await orderOf(board, context))?.billingAddress),
  }),
  cancellation: t.field({
    ...readsFrom(orders.name),
    type: OrderCancellation,
    nullable: true,
    description: 'What became of the last wish to cancel it, or some of it; null where nobody asked.',
    resolve: async (board, _args, context) => {
      const order = await orderOf(board, context);
      return order ? (cancellationsOf(order).at(-1) ?? null) : null;
    },
  }),
  cancellations: t.field({
    ...readsFrom(orders.name),
    type: [OrderCancellation],
    description: 'All wishes to cancel it or some of it, oldest first, with what became of them.',
    resolve: async (board, _args, context) => {
      const order = await orderOf(board, context);
      return order ? [...cancellationsOf(order)] : [];
    },
  }),
  terms: t.field({
    ...readsFrom(orders.name),
    type: PaymentTermsRef,
    nullable: true,
    resolve: async (board, _args, context) => ((await orderOf(board, context))?.terms ?? null) as PaymentTerms | null,
  }),
  shortage: t.field({
    ...readsFrom(orders.name),
    type: ShortagePolicyRef,
    nullable: true,
    description: 'What becomes of it when its goods are not all there; null until it is placed.',
    resolve: async (board, _args, context) =>
      ((await orderOf(board, context))?.shortage ?? null) as ShortagePolicy | null,
  }),
  discounts: t.field({
    ...readsFrom(orders.name),
    type: [OrderDiscount],
    resolve: async (board, _args, context) => {
      const order = await orderOf(board, context);
      const discounts = jsonList<Discount>(order?.discounts);
      return discounts.map((discount) => ({ ...discount, currency: order?.currency ?? '' }));
    },
  }),
  hold: t.field({
    ...readsFrom(orders.name),
    type: OrderHold,
    nullable: true,
    description: 'Null where it is not on hold.',
    resolve: async (board, _args, context) => {
      const order = await orderOf(board, context);
      const held = (order?.held ?? null) as OrderRow['held'];
      return order && held && { ...held, currency: order.currency };
    },
  }),
  notes: t.field({
    ...readsFrom(orders.name),
    type: [OrderNote],
    description: 'Oldest first.',
    resolve: async (board, _args, context) => jsonList<NoteRow>((await orderOf(board, context))?.notes),
  }),
}));

contributeActions('Order', async (id, context) => {
  const order = await orderById(context, id);
  if (!order) return [];
  return availableActions({
    status: order.status as OrderStatus,
    lineCount: linesOf(order).length,
    hasDeliveryAddress: order.deliveryAddress !== null,
    isHeld: order.held !== null,
  });
});
