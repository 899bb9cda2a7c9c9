import {
  type Accepted,
  AvailableActionRef,
  actionsThen,
  batched,
  builder,
  commandPayload,
  comparable,
  contributedActions,
  type GraphContext,
  HistoryEvent,
  type Moment,
  MoneyRef,
  money,
  nodeOf,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowThen,
  sharedEnum,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import { priceBasis } from '@waybill/sales/contract';
import { orderBoard } from '../read-models/order-board.ts';
import {
  OrderDeliveryStatus,
  OrderInvoiceStatus,
  OrderReturnStatus,
  OrderStatus,
  orderDeliveryStatus,
  orderInvoiceStatus,
  orderReturnStatus,
  orderStatus,
  PaymentStatus,
  paymentStatus,
} from './order-states.ts';
import { planOf, streamsOfOrder, wholeStory } from './streams-of-order.ts';

export const ORDER_BOARD = 'reporting.order_board';
const PriceBasisRef = sharedEnum('PriceBasis', priceBasis.options);

/** An order with what became of it everywhere. The other contexts add what they know of it. */
export const Order = builder.prismaNode('OrderBoard', {
  name: 'Order',
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number'),
    status: t.field({ type: OrderStatus, resolve: (row) => orderStatus(row.orderStatus) }),
    paymentStatus: t.field({ type: PaymentStatus, resolve: (row) => paymentStatus(row.paymentStatus) }),
    invoiceStatus: t.field({ type: OrderInvoiceStatus, resolve: (row) => orderInvoiceStatus(row.invoiceStatus) }),
    deliveryStatus: t.field({ type: OrderDeliveryStatus, resolve: (row) => orderDeliveryStatus(row.deliveryStatus) }),
    returnStatus: t.field({
      type: OrderReturnStatus,
      description: 'What of it came back, or is awaited.',
      // Rows of before have none.
      resolve: (row) => orderReturnStatus(row.returnStatus ?? 'NONE'),
    }),
    customerId: t.exposeID('customerId'),
    customerName: t.exposeString('customerName', { nullable: true }),
    country: t.exposeString('country', { nullable: true }),
    currency: t.exposeString('currency'),
    prices: t.field({
      type: PriceBasisRef,
      description: 'Whether the prices and amounts of its lines are without tax, or with it.',
      resolve: (row) => priceBasis.parse(row.prices ?? 'NET'),
    }),
    channel: t.exposeString('channel'),
    externalId: t.exposeString('externalId', {
      nullable: true,
      description: "The document's number where it came from, for imported orders.",
    }),
    lineCount: t.exposeInt('lineCount'),
    cancelledTotal: t.field({
      type: MoneyRef,
      description: 'What was cancelled of it since it was placed, with tax; net, tax and total are what is left.',
      resolve: (row) => money(row.cancelledTotal ?? 0, row.currency),
    }),
    net: t.field({ type: MoneyRef, resolve: (row) => money(row.net, row.currency) }),
    tax: t.field({ type: MoneyRef, resolve: (row) => money(row.tax, row.currency) }),
    total: t.field({ type: MoneyRef, resolve: (row) => money(row.total, row.currency) }),
    paid: t.field({ type: MoneyRef, resolve: (row) => money(row.received, row.currency) }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    draftedAt: t.expose('draftedAt', { type: 'DateTime', nullable: true }),
    placedAt: t.expose('placedAt', { type: 'DateTime', nullable: true }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    availableActions: t.field({
      ...readsFrom('sales.orders', 'payments.order_payments'),
      type: [AvailableActionRef],
      resolve: async (row, _args, context) => actionsThen(row, await contributedActions('Order', row.id, context)),
    }),
    history: t.field({
      type: [HistoryEvent],
      description:
        "The whole story: the order's events and those of its payment, billing, invoice, shipment plan and deliveries, oldest first.",
      resolve: async (row, _args, context) =>
        storyOf(context, row, wholeStory(row, await storyOf(context, row, [planOf(row)]))),
    }),
  }),
});

type Row = Parameters<typeof streamsOfOrder>[0];
const orderIn = async (past: NonNullable<ReturnType<typeof pastOf>>, now: Row) =>
  rowThen(past, 'OrderBoard', orderBoard, now.id, wholeStory(now, await past.story([planOf(now)])));

/** An order that is known now, as it was at a moment; null where it did not exist yet. */
export const orderThen = async (now: Row, moment: Moment, context: GraphContext) =>
  orderIn(await pastAt(context, moment, `order-${now.id}`), now);

comparable<Row>(Order, {
  type: 'Order',
  query: 'order',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: streamsOfOrder,
});

nodeOf('order', 'Order', (id, context) => reads(context).orderBoard.findUnique({ where: { id } }));

const show = async (
  id: string | undefined,
  accepted: Accepted,
  context: GraphContext,
  info: Parameters<typeof shownBy>[2],
) =>
  id && (await shownBy(context, accepted, info, ORDER_BOARD))
    ? reads(context).orderBoard.findUnique({ where: { id } })
    : null;

builder.objectField(commandPayload('Order'), 'order', (t) =>
  t.field({
    type: Order,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: (accepted, _args, context, info) => show(accepted.aggregateId, accepted, context, info),
  }),
);

builder.objectField(commandPayload('Payment'), 'order', (t) =>
  t.field({
    type: Order,
    nullable: true,
    description: 'The order that the payment is for, as the query side shows it after it; null where it is for none.',
    resolve: (accepted, _args, context, info) => show(accepted.about, accepted, context, info),
  }),
);

export const orderById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).orderBoard.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
});

for (const document of ['Invoice', 'Delivery'] as const)
  builder.prismaObjectField(document, 'order', (t) =>
    t.field({
      ...readsFrom(ORDER_BOARD),
      type: Order,
      nullable: true,
      resolve: async (row, _args, context) => {
        const now = await orderById(context, row.orderId);
        const past = pastOf(row);
        return past && now ? orderIn(past, now) : (now ?? null);
      },
    }),
  );
