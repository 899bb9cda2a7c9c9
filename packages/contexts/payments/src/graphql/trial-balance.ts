import { builder, MoneyRef, money, reads, readsFrom } from '@waybill/graphql';
import { trialBalance } from '../read-models/trial-balance.ts';

interface Sums {
  readonly currency: string;
  readonly balances: number;
  readonly inTransit: number;
}

const TrialBalance = builder.objectRef<Sums>('TrialBalance').implement({
  description: 'The books of one currency: what all accounts hold, and what is between them.',
  fields: (t) => ({
    currency: t.exposeString('currency'),
    balances: t.field({
      type: MoneyRef,
      description: 'Σ of all accounts.',
      resolve: ({ balances, currency }) => money(balances, currency),
    }),
    inTransit: t.field({
      type: MoneyRef,
      description: 'Σ of what has left one account and not reached the other.',
      resolve: ({ inTransit, currency }) => money(inTransit, currency),
    }),
    sum: t.field({
      type: MoneyRef,
      description: 'Of both: zero, always.',
      resolve: ({ balances, inTransit, currency }) => money(balances + inTransit, currency),
    }),
  }),
});

builder.queryField('trialBalance', (t) =>
  t.field({
    ...readsFrom(trialBalance.name),
    type: [TrialBalance],
    description: 'One per currency, each added up at one position.',
    resolve: async (_root, _args, context) => {
      // One statement: accounts and transfers as they were at the same moment.
      const sums = await reads(context).trialBalanceRow.groupBy({
        by: ['currency'],
        _sum: { balance: true, inTransit: true },
        orderBy: { currency: 'asc' },
      });
      return sums.map(({ currency, _sum }) => ({
        currency,
        balances: Number(_sum.balance ?? 0),
        inTransit: Number(_sum.inTransit ?? 0),
      }));
    },
  }),
);
