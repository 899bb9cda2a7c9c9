import {
  AvailableActionRef,
  actionOf,
  actionsThen,
  batched,
  builder,
  commandPayload,
  type GraphContext,
  type Moment,
  MoneyRef,
  money,
  oneOf,
  pastAt,
  reads,
  readsFrom,
  rowThen,
  sharedEnum,
  shownBy,
} from '@waybill/graphql';
import { ACCOUNT_KINDS } from '../account/account-id.ts';
import { accountActions } from '../account/available-actions.ts';
import { accounts } from '../read-models/accounts.ts';

export const AccountKind = sharedEnum('AccountKind', ACCOUNT_KINDS);
const accountKind = oneOf('AccountKind', ACCOUNT_KINDS);

const STATES = ['OPEN', 'CLOSED'] as const;
const AccountStatus = sharedEnum('AccountStatus', STATES);
const accountStatus = oneOf('AccountStatus', STATES);

export const Account = builder.prismaObject('Account', {
  description: "Where money stands: a customer's, one of the house, or one that was opened by hand.",
  fields: (t) => ({
    id: t.exposeID('accountId'),
    kind: t.field({ type: AccountKind, resolve: ({ kind }) => accountKind(kind) }),
    name: t.exposeString('name', { nullable: true, description: 'Of an account that was opened by hand.' }),
    customerId: t.exposeID('customerId', { nullable: true }),
    currency: t.exposeString('currency'),
    status: t.field({ type: AccountStatus, resolve: ({ status }) => accountStatus(status) }),
    balance: t.field({
      type: MoneyRef,
      description: 'Credits − debits.',
      resolve: ({ balance, currency }) => money(balance, currency),
    }),
    entryCount: t.int({ description: 'Of debits and credits.', resolve: ({ entries }) => Number(entries) }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row) => {
        const { accountId, currency, balance, status } = row;
        const about = { accountId, currency, balance: Number(balance), status: accountStatus(status) };
        return actionsThen(row, accountActions(about).map(actionOf));
      },
    }),
  }),
});

export const accountById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).account.findMany({ where: { accountId: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.accountId, row]));
});

/** An account as it was at a moment; null where it was not opened yet. */
export const accountThen = async (id: string, moment: Moment, context: GraphContext) => {
  const stream = `account-${id}`;
  return rowThen(await pastAt(context, moment, stream), 'Account', accounts, id, [stream]);
};

builder.objectField(commandPayload('Account'), 'account', (t) =>
  t.field({
    ...readsFrom(accounts.name),
    type: Account,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, accounts.name))
        ? ((await accountById(context, accepted.aggregateId)) ?? null)
        : null,
  }),
);
