import { builder, MoneyRef, money, readsFrom } from '@waybill/graphql';
import { type RevenueOf, revenueByCountry, revenueByDay, revenueByMonth } from './read-revenue.ts';

const READ = { DAY: revenueByDay, MONTH: revenueByMonth, COUNTRY: revenueByCountry } as const;
const RevenueBy = builder.enumType('RevenueBy', { values: ['DAY', 'MONTH', 'COUNTRY'] as const });

const RevenueRef = builder.objectRef<RevenueOf>('Revenue').implement({
  description: 'What was invoiced, less what was credited, without tax.',
  fields: (t) => ({
    of: t.exposeString('of', { description: "What it is the revenue of: '2010-12-01', '2010-12', 'France'." }),
    invoices: t.exposeInt('invoices'),
    invoiced: t.field({ type: MoneyRef, resolve: ({ invoiced, currency }) => money(invoiced, currency) }),
    creditNotes: t.exposeInt('creditNotes'),
    credited: t.field({ type: MoneyRef, resolve: ({ credited, currency }) => money(credited, currency) }),
    revenue: t.field({
      type: MoneyRef,
      resolve: ({ invoiced, credited, currency }) => money(invoiced - credited, currency),
    }),
  }),
});

builder.queryField('revenue', (t) =>
  t.field({
    ...readsFrom('reporting.revenue'),
    type: [RevenueRef],
    description: 'In time, or by the name of the country. `from` and `to` are days of the business, both counted in.',
    args: {
      by: t.arg({ type: RevenueBy, defaultValue: 'MONTH' }),
      currency: t.arg.string({ defaultValue: 'GBP' }),
      from: t.arg({ type: 'Date' }),
      to: t.arg({ type: 'Date' }),
    },
    resolve: (_root, { by, currency, from, to }, context) =>
      READ[by ?? 'MONTH'](context, { currency: currency ?? 'GBP', from: from ?? null, to: to ?? null }),
  }),
);
