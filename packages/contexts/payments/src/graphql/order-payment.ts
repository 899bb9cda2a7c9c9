import {
  AsOf,
  AvailableActionRef,
  actionOf,
  actionsThen,
  batched,
  builder,
  comparable,
  contributeActions,
  type GraphContext,
  HistoryEvent,
  jsonColumn,
  MoneyRef,
  money,
  type Past,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowThen,
  storyOf,
} from '@waybill/graphql';
import { paymentActions } from '../order-payment/available-actions.ts';
import type { OrderPaymentEntry, RefundEntry } from '../read-models/order-payment-row.ts';
import { orderPayments } from '../read-models/order-payments.ts';
import { IncomingPayment, paymentsOf, Refund } from './incoming-payment.ts';
import { PaymentStatus, paymentStatus } from './payment-enums.ts';

const orderPaymentById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).orderPayment.findMany({ where: { orderId: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.orderId, row]));
});

const streamOf = (orderId: string): string => `orderPayment-${orderId}`;
const paymentIn = (past: Past, orderId: string) =>
  rowThen(past, 'OrderPayment', orderPayments, orderId, [streamOf(orderId)]);

/** As a row has them; those of before lack the newer ones. */
interface Figures {
  readonly status: string;
  readonly currency: string;
  readonly requested: bigint | null;
  readonly received: bigint;
  readonly open: bigint | null;
  readonly refundable: bigint | null;
}
const openOf = ({ status, open, requested, received }: Figures): number =>
  status === 'CANCELLED' ? 0 : Math.max(0, Number(open ?? Number(requested ?? 0) - Number(received)));
const figuresOf = (row: Figures) => ({
  status: paymentStatus(row.status),
  currency: row.currency,
  open: openOf(row),
  refundable: Number(row.refundable ?? 0),
});
const refundsOf = ({ refunds }: { readonly refunds: unknown }) => (refunds ?? []) as readonly RefundEntry[];

const OrderPayment = builder.prismaObject('OrderPayment', {
  fields: (t) => ({
    status: t.field({ type: PaymentStatus, resolve: (row) => paymentStatus(row.status) }),
    requested: t.field({
      type: MoneyRef,
      nullable: true,
      resolve: ({ requested, currency }) => (requested === null ? null : money(requested, currency)),
    }),
    received: t.field({ type: MoneyRef, resolve: ({ received, currency }) => money(received, currency) }),
    outstanding: t.field({ type: MoneyRef, resolve: (row) => money(openOf(row), row.currency) }),
    waiting: t.field({
      type: MoneyRef,
      description: 'What came for it and waits for a person, under "Payments to match".',
      resolve: ({ waiting, currency }) => money(waiting ?? 0, currency),
    }),
    refunded: t.field({
      type: MoneyRef,
      description: 'What went back.',
      resolve: ({ refunded, currency }) => money(refunded ?? 0, currency),
    }),
    refunding: t.field({
      type: MoneyRef,
      description: 'What is on its way back.',
      resolve: ({ refunding, currency }) => money(refunding ?? 0, currency),
    }),
    refundable: t.field({
      type: MoneyRef,
      description: 'What can go back.',
      resolve: ({ refundable, currency }) => money(refundable ?? 0, currency),
    }),
    payments: t.field({
      type: [IncomingPayment],
      resolve: (row) => paymentsOf(jsonColumn<OrderPaymentEntry[]>(row.payments), refundsOf(row)),
    }),
    refunds: t.field({
      type: [Refund],
      // Of nothing: an answer to a process, and no refund.
      resolve: (row) => refundsOf(row).filter(({ amount }) => amount > 0),
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row) => actionsThen(row, paymentActions(figuresOf(row)).map(actionOf)),
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
  return payment ? paymentActions(figuresOf(payment)).map(actionOf) : [];
});
