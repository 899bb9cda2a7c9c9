import { builder, MoneyRef, money, readsFrom, sharedObject } from '@waybill/graphql';
import { accountIdOf } from '../account/account-id.ts';
import { accounts } from '../read-models/accounts.ts';
import { accountById } from './account.ts';

/** Who owes, in one currency. */
interface Owing {
  readonly customerId: string;
  readonly currency: string;
  /** Minor units of invoices that are not paid; null on a day that is over. */
  readonly openNow: number | null;
}

builder.objectField(sharedObject<Owing>('ReceivablesCustomer'), 'onAccount', (t) =>
  t.field({
    ...readsFrom(accounts.name),
    type: MoneyRef,
    nullable: true,
    description: `Money of the customer that no invoice took: paid ahead, kept as credit, credited without an invoice. It is not taken
off what is open. Null on a day that is over: accounts are as they are now.`,
    resolve: async ({ customerId, currency, openNow }, _args, context) => {
      if (openNow === null) return null;
      const account = await accountById(context, accountIdOf('CUSTOMER', currency, customerId));
      // Invoices are on the account too: without them it holds so much.
      return money(Math.max(0, Number(account?.balance ?? 0) + openNow), currency);
    },
  }),
);
