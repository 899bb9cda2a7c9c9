import {
  AvailableActionRef,
  actionOf,
  actionsThen,
  builder,
  MoneyRef,
  money,
  pageSizeOf,
  reads,
  readsFrom,
  sharedObject,
} from '@waybill/graphql';
import { unallocatedPayments } from '../read-models/unallocated-payments.ts';
import { UnallocatedReason, unallocatedReason } from './payment-enums.ts';

/** Each is decided by what waits, and something of every row does. */
const ACTIONS = ['matchPayment', 'keepPaymentAsCredit', 'refundUnallocatedPayment'].map((name) => actionOf({ name }));

const UnallocatedPayment = builder.prismaObject('UnallocatedPayment', {
  fields: (t) => ({
    id: t.exposeID('key'),
    paymentId: t.exposeID('paymentId'),
    reason: t.field({ type: UnallocatedReason, resolve: ({ reason }) => unallocatedReason(reason) }),
    amount: t.field({
      type: MoneyRef,
      description: 'How much of it waits.',
      resolve: ({ amount, currency }) => money(amount, currency),
    }),
    orderId: t.exposeID('orderId', { nullable: true, description: 'The order that it waits under.' }),
    orderReference: t.exposeString('orderReference', { nullable: true, description: 'What the payer wrote.' }),
    channel: t.exposeString('channel'),
    reference: t.exposeString('reference'),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    availableActions: t.field({ type: [AvailableActionRef], resolve: (row) => actionsThen(row, ACTIONS) }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('unallocatedPayments', (t) =>
  t.prismaField({
    ...readsFrom(unallocatedPayments.name),
    type: [UnallocatedPayment],
    description: "Money that arrived and could not be put to an order's request, oldest first.",
    args: { first: t.arg.int({ defaultValue: 50 }) },
    resolve: (query, _root, { first }, context) =>
      reads(context).unallocatedPayment.findMany({
        ...query,
        orderBy: [{ recordedAt: 'asc' }, { key: 'asc' }],
        take: pageSizeOf({ first }),
      }),
  }),
);

builder.objectField(sharedObject<{ readonly currency: string }>('Overview'), 'unallocatedPayments', (t) =>
  t.int({
    ...readsFrom(unallocatedPayments.name),
    description: 'Of every currency.',
    resolve: (_overview, _args, context) => reads(context).unallocatedPayment.count(),
  }),
);
