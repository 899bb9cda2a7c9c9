import {
  AddressRef,
  addressFrom,
  batched,
  builder,
  contributeActions,
  type GraphContext,
  pastOf,
  reads,
  readsFrom,
  rowThen,
} from '@waybill/graphql';
import { availableActions } from '../order/available-actions.ts';
import type { OrderStatus } from '../order/order.ts';
import { orders } from '../read-models/orders.ts';
import { type LineOfOrder, OrderLineRef } from './order-line.ts';

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
type OrderRow = NonNullable<Awaited<ReturnType<typeof orderById>>>;
type Cancellation = {
  readonly reason: string;
  readonly requestedAt: string;
  readonly rejected: { readonly message: string } | null;
};

const linesOf = ({ lines, currency }: OrderRow): LineOfOrder[] =>
  (lines as unknown as Omit<LineOfOrder, 'currency'>[]).map((line) => ({ ...line, currency }));

const OrderCancellation = builder.objectRef<Cancellation>('OrderCancellation').implement({
  fields: (t) => ({
    reason: t.exposeString('reason'),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    rejected: t.string({
      nullable: true,
      description: 'Why it could not be cancelled any more, and what to do instead.',
      resolve: ({ rejected }) => rejected?.message ?? null,
    }),
  }),
});

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
    description: 'What became of the wish to cancel it; null where nobody asked.',
    resolve: async (board, _args, context) =>
      ((await orderOf(board, context))?.cancellation ?? null) as Cancellation | null,
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
