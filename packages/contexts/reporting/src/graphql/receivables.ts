import { builder, type GraphContext, MoneyRef, money, pageSizeOf, readsFrom, sharedObject } from '@waybill/graphql';
import { companyZone } from '../read-models/company-zone.ts';
import { receivables } from '../read-models/receivables.ts';
import { AGE_BUCKETS } from '../receivables/ages.ts';
import {
  type AgedCustomer,
  type AgedTotals,
  findCustomers,
  findInvoices,
  findTotals,
  type OpenInvoice,
  type ReceivablesOf,
} from '../receivables/find-receivables.ts';
import { cursorOf, placeOf } from '../receivables/place.ts';
import { AgeBucketRef, AgedAmountRef, agedAmounts, openOf, overdueOf } from './aged.ts';
import { companyToday } from './company-day.ts';

const READS = readsFrom(receivables.name);
/** As many invoices of one customer as are listed. */
const MOST = 100;

const TotalsRef = builder.objectRef<AgedTotals>('ReceivablesTotals').implement({
  description: 'What customers owe in one currency. Currencies are never added.',
  fields: (t) => ({
    currency: t.exposeString('currency'),
    amounts: t.field({ type: [AgedAmountRef], description: 'By age, the youngest first.', resolve: agedAmounts }),
    open: t.field({ type: MoneyRef, resolve: (aged) => money(openOf(aged), aged.currency) }),
    overdue: t.field({ type: MoneyRef, resolve: (aged) => money(overdueOf(aged), aged.currency) }),
    invoices: t.exposeInt('invoices'),
    customers: t.exposeInt('customers'),
  }),
});

const OpenInvoiceRef = builder.objectRef<OpenInvoice>('OpenInvoice').implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: "The invoice's." }),
    number: t.exposeString('number'),
    issueDate: t.expose('issueDate', { type: 'Date' }),
    dueDate: t.expose('dueDate', { type: 'Date' }),
    daysPastDue: t.exposeInt('daysPastDue', { description: 'Below zero before the due date.' }),
    bucket: t.field({ type: AgeBucketRef, resolve: ({ age }) => AGE_BUCKETS[age] ?? 'NOT_DUE' }),
    total: t.field({ type: MoneyRef, resolve: ({ total, currency }) => money(total, currency) }),
    open: t.field({ type: MoneyRef, resolve: ({ open, currency }) => money(open, currency) }),
  }),
});

interface CustomerThen extends AgedCustomer, Pick<ReceivablesOf, 'on'> {
  /** Null on a day that is over. */
  readonly openNow: number | null;
}
const CustomerRef = sharedObject<CustomerThen>('ReceivablesCustomer').implement({
  description: 'What one customer owes in one currency.',
  fields: (t) => ({
    id: t.id({ resolve: ({ customerId, currency }) => `${customerId} ${currency}` }),
    customerId: t.exposeID('customerId'),
    customerName: t.exposeString('customerName', {
      nullable: true,
      description: 'Null where the person is forgotten.',
    }),
    currency: t.exposeString('currency'),
    amounts: t.field({ type: [AgedAmountRef], description: 'By age, the youngest first.', resolve: agedAmounts }),
    open: t.field({ type: MoneyRef, resolve: ({ open, currency }) => money(open, currency) }),
    overdue: t.field({ type: MoneyRef, resolve: ({ overdue, currency }) => money(overdue, currency) }),
    invoiceCount: t.exposeInt('invoices'),
    oldestDueDate: t.expose('oldestDueDate', { type: 'Date' }),
    invoices: t.field({
      ...READS,
      type: [OpenInvoiceRef],
      description: `What is due first first; ${MOST} at most.`,
      resolve: ({ on, currency, customerId }, _args, { pool }) =>
        findInvoices(pool, { on, currency, customerId }, MOST),
    }),
  }),
});

interface Asked extends ReceivablesOf {
  readonly today: string;
}
const customersOf = async (
  of: Asked,
  args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
  pool: GraphContext['pool'],
) => {
  const size = pageSizeOf(args);
  const found = await findCustomers(pool, of, { after: placeOf(args.after), limit: size + 1 });
  const edges = found.slice(0, size).map((one) => ({
    cursor: cursorOf(one),
    node: { ...one, on: of.on, openNow: of.on < of.today ? null : one.open },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: args.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};

const ReceivablesRef = builder.objectRef<Asked>('Receivables').implement({
  description: `What customers owe on invoices, by how long it is late. On a day that is over: what was open at its end, as it is
known now. On a day to come: what is open now, as old as it will be then.`,
  fields: (t) => ({
    on: t.expose('on', { type: 'Date' }),
    today: t.expose('today', { type: 'Date', description: 'Where the company is.' }),
    totals: t.field({
      ...READS,
      type: [TotalsRef],
      description: 'One per currency in which anything is open.',
      resolve: (of, _args, { pool }) => findTotals(pool, of),
    }),
    customers: t.connection(
      {
        ...READS,
        type: CustomerRef,
        description: 'Currency by currency, whoever has most overdue first.',
        resolve: (of, args, { pool }) => customersOf(of, args, pool),
      },
      { name: 'ReceivablesCustomerConnection' },
      { name: 'ReceivablesCustomerEdge' },
    ),
  }),
});

builder.queryField('receivables', (t) =>
  t.field({
    ...readsFrom(receivables.name, companyZone.name),
    type: ReceivablesRef,
    args: {
      on: t.arg({ type: 'Date', description: "A day of the company's calendar; today where it is left out." }),
      currency: t.arg.string({ description: 'All of them, one after the other, where it is left out.' }),
      customerId: t.arg.id(),
    },
    resolve: async (_root, { on, currency, customerId }, context) => {
      const today = await companyToday(context);
      return {
        today,
        on: on ? String(on) : today,
        currency: currency ?? null,
        customerId: customerId ? String(customerId) : null,
      };
    },
  }),
);
