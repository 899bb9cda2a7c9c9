import { AsOf, builder, MoneyRef, money, reads, readsFrom } from '@waybill/graphql';
import { accountEntries } from '../read-models/account-entries.ts';
import { accounts } from '../read-models/accounts.ts';
import { Account, AccountKind, accountById, accountThen } from './account.ts';
import { type EntryWithBalance, entriesOf } from './account-entries.ts';

const AccountEntry = builder.objectRef<EntryWithBalance>('AccountEntry').implement({
  description: 'Money that went into an account or out of it.',
  fields: (t) => ({
    id: t.exposeID('entryId'),
    position: t.field({
      type: 'BigInt',
      description: 'Its place in the log: give it as `before` for the entries before it.',
      resolve: ({ position }) => Number(position),
    }),
    amount: t.field({
      type: MoneyRef,
      description: 'Above zero for a credit, below for a debit.',
      resolve: ({ amount, currency }) => money(amount, currency),
    }),
    balance: t.field({
      type: MoneyRef,
      description: 'What the account held after it.',
      resolve: ({ runningBalance, currency }) => money(runningBalance, currency),
    }),
    text: t.exposeString('text', { description: 'What it was for.' }),
    reversal: t.exposeBoolean('reversal', { description: 'Its own money that came back.' }),
    transferId: t.exposeID('transferId'),
    otherAccountId: t.exposeID('otherAccountId'),
    otherAccount: t.field({
      ...readsFrom(accounts.name),
      type: Account,
      nullable: true,
      description: 'The other party.',
      resolve: async ({ otherAccountId }, _args, context) => (await accountById(context, otherAccountId)) ?? null,
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
  }),
});

builder.prismaObjectField('Account', 'entries', (t) =>
  t.field({
    ...readsFrom(accountEntries.name),
    type: [AccountEntry],
    description: 'Newest first, with the balance after each.',
    args: { first: t.arg.int({ defaultValue: 50 }), before: t.arg({ type: 'BigInt' }) },
    resolve: (account, { first, before }, context) =>
      entriesOf(account, { first: first ?? 50, before: before == null ? null : BigInt(before) }, context),
  }),
);

const AccountFilter = builder.inputType('AccountFilter', {
  fields: (t) => ({ kind: t.field({ type: [AccountKind] }), currency: t.string(), customerId: t.id() }),
});

builder.queryField('account', (t) =>
  t.field({
    ...readsFrom(accounts.name),
    type: Account,
    nullable: true,
    description: 'An account by its id; with `asOf`, as it was then.',
    args: { id: t.arg.id({ required: true }), asOf: t.arg({ type: AsOf }) },
    resolve: async (_root, { id, asOf }, context) =>
      asOf ? accountThen(String(id), asOf, context) : ((await accountById(context, String(id))) ?? null),
  }),
);

builder.queryField('accounts', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(accounts.name),
      type: Account,
      cursor: 'accountId',
      description: 'By their ids: those of the house and of customers, currency by currency.',
      args: { filter: t.arg({ type: AccountFilter }) },
      resolve: (query, _root, { filter }, context) =>
        reads(context).account.findMany({
          ...query,
          where: {
            ...(filter?.kind ? { kind: { in: [...filter.kind] } } : {}),
            ...(filter?.currency ? { currency: filter.currency } : {}),
            ...(filter?.customerId ? { customerId: String(filter.customerId) } : {}),
          },
          orderBy: { accountId: 'asc' },
        }),
    },
    { name: 'AccountConnection' },
    { name: 'AccountEdge' },
  ),
);
