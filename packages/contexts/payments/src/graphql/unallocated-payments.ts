import { builder, MoneyRef, money, oneOf, reads, readsFrom, sharedEnum, sharedObject } from '@waybill/graphql';
import { unallocatedPayments } from '../read-models/unallocated-payments.ts';

const REASONS = ['TOO_MUCH', 'ORDER_CANCELLED', 'UNKNOWN_ORDER', 'OTHER_CURRENCY'] as const;
const UnallocatedReason = sharedEnum('UnallocatedReason', REASONS);
const reasonOf = oneOf('UnallocatedReason', REASONS);

const UnallocatedPayment = builder.prismaObject('UnallocatedPayment', {
  fields: (t) => ({
    id: t.exposeID('key'),
    reason: t.field({ type: UnallocatedReason, resolve: ({ reason }) => reasonOf(reason) }),
    amount: t.field({
      type: MoneyRef,
      description: 'How much of it waits.',
      resolve: ({ amount, currency }) => money(amount, currency),
    }),
    orderId: t.exposeID('orderId', { nullable: true }),
    orderReference: t.exposeString('orderReference', { nullable: true, description: 'What the payer wrote.' }),
    channel: t.exposeString('channel'),
    reference: t.exposeString('reference'),
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
        take: Math.min(Math.max(first ?? 50, 1), 100),
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
