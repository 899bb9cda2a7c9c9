import {
  builder,
  commandPayload,
  HistoryEvent,
  MoneyRef,
  money,
  oneOf,
  pageSizeOf,
  reads,
  readsFrom,
  sharedEnum,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import { NO_PART } from '../account/events.ts';
import { ORIGINS } from '../money-transfer/events.ts';
import { accounts } from '../read-models/accounts.ts';
import { transfers } from '../read-models/transfers.ts';
import { Account, accountById } from './account.ts';

const STATES = ['CREATED', 'IN_TRANSIT', 'RETURNING', 'COMPLETED', 'FAILED'] as const;
const MoneyTransferStatus = sharedEnum('MoneyTransferStatus', STATES);
const statusOf = oneOf('MoneyTransferStatus', STATES);
const MoneyTransferOrigin = sharedEnum('MoneyTransferOrigin', ORIGINS);
const originOf = oneOf('MoneyTransferOrigin', ORIGINS);
const MoneyTransferFailure = sharedEnum('MoneyTransferFailure', NO_PART);
const failureOf = oneOf('MoneyTransferFailure', NO_PART);

const MoneyTransfer = builder.prismaObject('MoneyTransfer', {
  description: 'Money on its way from one account to another, or what became of it.',
  fields: (t) => ({
    id: t.exposeID('transferId'),
    position: t.field({
      type: 'BigInt',
      description: 'Its place in the log: give it as `before` for the transfers before it.',
      resolve: ({ position }) => Number(position),
    }),
    status: t.field({
      type: MoneyTransferStatus,
      description: 'IN_TRANSIT: it has left the one account. RETURNING: the other could not take it.',
      resolve: ({ status }) => statusOf(status),
    }),
    reason: t.field({
      type: MoneyTransferFailure,
      nullable: true,
      description: 'Why it failed or goes back.',
      resolve: ({ reason }) => (reason === null ? null : failureOf(reason)),
    }),
    amount: t.field({ type: MoneyRef, resolve: ({ amount, currency }) => money(amount, currency) }),
    text: t.exposeString('text'),
    origin: t.field({
      type: MoneyTransferOrigin,
      nullable: true,
      description: 'The kind of document that it posts; null for one by hand.',
      resolve: ({ origin }) => (origin === null ? null : originOf(origin)),
    }),
    orderId: t.exposeID('orderId', { nullable: true }),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    fromAccountId: t.exposeID('fromAccountId'),
    toAccountId: t.exposeID('toAccountId'),
    from: t.field({
      ...readsFrom(accounts.name),
      type: Account,
      nullable: true,
      resolve: async ({ fromAccountId }, _args, context) => (await accountById(context, fromAccountId)) ?? null,
    }),
    to: t.field({
      ...readsFrom(accounts.name),
      type: Account,
      nullable: true,
      resolve: async ({ toAccountId }, _args, context) => (await accountById(context, toAccountId)) ?? null,
    }),
    version: t.int({ resolve: ({ version }) => Number(version) }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`moneyTransfer-${row.transferId}`]),
    }),
  }),
});

builder.queryField('moneyTransfer', (t) =>
  t.prismaField({
    ...readsFrom(transfers.name),
    type: MoneyTransfer,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      reads(context).moneyTransfer.findUnique({ ...query, where: { transferId: String(id) } }),
  }),
);

builder.queryField('moneyTransfers', (t) =>
  t.prismaField({
    ...readsFrom(transfers.name),
    type: [MoneyTransfer],
    description: 'Newest first.',
    args: {
      first: t.arg.int({ defaultValue: 50 }),
      before: t.arg({ type: 'BigInt', description: 'The position of the last transfer that is known.' }),
      underWay: t.arg.boolean({ description: 'Those alone that have not ended; with false, those that have.' }),
      byHand: t.arg.boolean({ description: 'Those alone that somebody made by hand; with false, those of documents.' }),
    },
    resolve: (query, _root, { first, before, underWay, byHand }, context) =>
      reads(context).moneyTransfer.findMany({
        ...query,
        where: {
          ...(before == null ? {} : { position: { lt: BigInt(before) } }),
          ...(underWay == null ? {} : { endedAt: underWay ? null : { not: null } }),
          ...(byHand == null ? {} : { origin: byHand ? null : { not: null } }),
        },
        orderBy: { position: 'desc' },
        take: pageSizeOf({ first }),
      }),
  }),
);

builder.objectField(commandPayload('MoneyTransfer'), 'moneyTransfer', (t) =>
  t.field({
    ...readsFrom(transfers.name),
    type: MoneyTransfer,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, transfers.name))
        ? reads(context).moneyTransfer.findUnique({ where: { transferId: accepted.aggregateId } })
        : null,
  }),
);
