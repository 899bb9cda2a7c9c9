import {
  batched,
  builder,
  type GraphContext,
  groupBy,
  jsonColumn,
  MoneyRef,
  money,
  type Past,
  pastOf,
  reads,
  readsFrom,
  rowsThen,
} from '@waybill/graphql';
import { type CreditLineRow, creditLines } from '../read-models/credit-lines.ts';
import { Customer } from './customer.ts';

const waitingOf = ({ waiting }: { readonly waiting: unknown }): readonly number[] =>
  Object.values(jsonColumn<CreditLineRow['waiting']>(waiting));

const CustomerCredit = builder.prismaObject('CreditLine', {
  name: 'CustomerCredit',
  description: 'What a customer owes on credit in one currency, and may owe.',
  fields: (t) => ({
    currency: t.exposeString('currency'),
    creditLimit: t.field({
      type: MoneyRef,
      nullable: true,
      description: 'Null: as much as they like.',
      resolve: ({ creditLimit, currency }) => (creditLimit === null ? null : money(creditLimit, currency)),
    }),
    exposure: t.field({
      type: MoneyRef,
      description: 'Open invoices, and orders on credit that are confirmed and not invoiced or paid yet.',
      resolve: ({ reserved, currency }) => money(reserved, currency),
    }),
    room: t.field({
      type: MoneyRef,
      nullable: true,
      description: 'What they may still owe, 0 where they owe more than that; null where there is no limit.',
      resolve: ({ creditLimit, reserved, currency }) =>
        creditLimit === null ? null : money(Math.max(0, Number(creditLimit) - Number(reserved)), currency),
    }),
    waiting: t.field({
      type: MoneyRef,
      description: 'What orders come to that are held for want of room.',
      resolve: (row) =>
        money(
          waitingOf(row).reduce((sum, amount) => sum + amount, 0),
          row.currency,
        ),
    }),
    waitingOrders: t.int({ resolve: (row) => waitingOf(row).length }),
  }),
});

const linesOfCustomer = batched(async (context: GraphContext, customerIds: readonly string[]) => {
  const rows = await reads(context).creditLine.findMany({
    where: { customerId: { in: [...customerIds] } },
    orderBy: { currency: 'asc' },
  });
  return groupBy(rows, ({ customerId }) => customerId);
});

/** The streams of those that there are now tell of those that there were. */
const linesThen = async (past: Past, customerId: string, now: readonly { readonly id: string }[]) => {
  const streams = [`customer-${customerId}`, ...now.map(({ id }) => `creditLine-${id}`)];
  return [...(await rowsThen(past, 'CreditLine', creditLines, streams)).values()];
};

builder.prismaObjectField(Customer, 'credit', (t) =>
  t.field({
    ...readsFrom(creditLines.name),
    type: [CustomerCredit],
    description: 'By currency: where they have a limit, or ever ordered on credit.',
    resolve: async (customer, _args, context) => {
      const lines = (await linesOfCustomer(context, customer.id)) ?? [];
      const past = pastOf(customer);
      return past ? linesThen(past, customer.id, lines) : lines;
    },
  }),
);
