import { builder, MoneyRef, money } from '@waybill/graphql';
import type { InvoiceRow } from '../read-models/invoices.ts';

type InCurrency<T> = T & { readonly currency: string };

/** A payment, as far as it was put to the invoice; below zero where it bounced. */
export const Allocation = builder.objectRef<InCurrency<InvoiceRow['allocations'][number]>>('Allocation').implement({
  fields: (t) => ({
    amount: t.field({ type: MoneyRef, resolve: ({ amount, currency }) => money(amount, currency) }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
  }),
});

export const Reminder = builder.objectRef<InCurrency<InvoiceRow['reminders'][number]>>('Reminder').implement({
  fields: (t) => ({
    level: t.exposeInt('level'),
    open: t.field({
      type: MoneyRef,
      description: 'What was open when it was sent.',
      resolve: ({ open, currency }) => money(open, currency),
    }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
  }),
});
