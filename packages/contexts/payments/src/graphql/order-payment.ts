import {
  AsOf,
  actionOf,
  batched,
  builder,
  comparable,
  contributeActions,
  type GraphContext,
  HistoryEvent,
  MoneyRef,
  money,
  oneOf,
  type Past,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowThen,
  sharedEnum,
  storyOf,
} from '@waybill/graphql';
import { paymentActions } from '../order-payment/available-actions.ts';
import { type OrderPaymentEntry, orderPayments } from '../read-models/order-payments.ts';

const STATES = ['NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID', 'PAID', 'CANCELLED'] as const;
const PaymentStatus = sharedEnum('PaymentStatus', STATES);
const paymentStatus = oneOf('PaymentStatus', STATES);

const orderPaymentById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).orderPayment.findMany({ where: { orderId: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.orderId, row]));
});

const streamOf = (orderId: string): string => `orderPayment-${orderId}`;
const paymentIn = (past: Past, orderId: string) =>
  rowThen(past, 'OrderPayment', orderPayments, orderId, [streamOf(orderId)]);

const IncomingPayment = builder.objectRef<OrderPaymentEntry>('IncomingPayment').implement({
  fields: (t) => ({
    id: t.exposeID('paymentId'),
    channel: t.exposeString('channel'),
    reference: t.exposeString('reference'),
    method: t.exposeString('method'),
    amount: t.field({ type: MoneyRef, resolve: ({ amount, currency }) => money(amount, currency) }),
    unallocated: t.field({
      type: MoneyRef,
      description: 'How much of it was not for this order after all.',
      resolve: ({ unallocated, currency }) => money(unallocated, currency),
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

const OrderPayment = builder.prismaObject('OrderPayment', {
  fields: (t) => ({
    status: t.field({ type: PaymentStatus, resolve: (row) => paymentStatus(row.status) }),
    requested: t.field({
      type: MoneyRef,
      nullable: true,
      resolve: ({ requested, currency }) => (requested === null ? null : money(requested, currency)),
    }),
    received: t.field({ type: MoneyRef, resolve: ({ received, currency }) => money(received, currency) }),
    outstanding: t.field({
      type: MoneyRef,
      resolve: ({ status, requested, received, currency }) => {
        const open = status === 'CANCELLED' ? 0 : Number(requested ?? 0) - Number(received);
        return money(Math.max(open, 0), currency);
      },
    }),
    payments: t.field({
      type: [IncomingPayment],
      resolve: ({ payments }) => payments as unknown as OrderPaymentEntry[],
    }),
    orderId: t.exposeID('orderId'),
    version: t.int({ resolve: ({ version }) => Number(version) }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [streamOf(row.orderId)]),
    }),
  }),
});

comparable<{ readonly orderId: string }>(OrderPayment, {
  type: 'OrderPayment',
  query: 'payment',
  argument: 'orderId',
  idOf: ({ orderId }) => orderId,
  streams: ({ orderId }) => [streamOf(orderId)],
});

builder.prismaObjectField('OrderBoard', 'payment', (t) =>
  t.field({
    ...readsFrom(orderPayments.name),
    type: OrderPayment,
    nullable: true,
    description: 'What was asked for and what came; null while there is neither.',
    resolve: async (order, _args, context) => {
      const past = pastOf(order);
      return past ? paymentIn(past, order.id) : ((await orderPaymentById(context, order.id)) ?? null);
    },
  }),
);

builder.queryField('payment', (t) =>
  t.prismaField({
    ...readsFrom(orderPayments.name),
    type: OrderPayment,
    nullable: true,
    description: 'What was asked for an order and what came, by the order; with `asOf`, as it was then.',
    args: { orderId: t.arg.id({ required: true }), asOf: t.arg({ type: AsOf }) },
    resolve: async (query, _root, { orderId, asOf }, context) => {
      const id = String(orderId);
      if (asOf) return paymentIn(await pastAt(context, asOf, streamOf(id)), id);
      return reads(context).orderPayment.findUnique({ ...query, where: { orderId: id } });
    },
  }),
);

contributeActions('Order', async (id, context) => {
  const payment = await orderPaymentById(context, id);
  return payment ? paymentActions({ status: paymentStatus(payment.status) }).map(actionOf) : [];
});
