import { builder, MoneyRef, money } from '@waybill/graphql';
import { AGE_BUCKETS, type AgeBucket } from '../receivables/ages.ts';
import type { AgedTotals } from '../receivables/find-receivables.ts';

export const AgeBucketRef = builder.enumType('AgeBucket', {
  description: 'By days past the due date; what is due today is not late yet.',
  values: AGE_BUCKETS,
});

interface AgedAmount {
  readonly bucket: AgeBucket;
  readonly open: number;
  readonly invoices: number;
  readonly currency: string;
}
export const AgedAmountRef = builder.objectRef<AgedAmount>('AgedAmount').implement({
  fields: (t) => ({
    bucket: t.expose('bucket', { type: AgeBucketRef }),
    open: t.field({ type: MoneyRef, resolve: ({ open, currency }) => money(open, currency) }),
    invoices: t.exposeInt('invoices'),
  }),
});

type Aged = Pick<AgedTotals, 'ages' | 'currency'>;
/** All five, also those in which nothing is. */
export const agedAmounts = ({ ages, currency }: Aged): AgedAmount[] =>
  AGE_BUCKETS.map((bucket, age) => ({ bucket, currency, ...(ages[age] ?? { open: 0, invoices: 0 }) }));

const sumFrom = ({ ages }: Aged, first: number): number => ages.slice(first).reduce((sum, { open }) => sum + open, 0);
export const openOf = (aged: Aged): number => sumFrom(aged, 0);
export const overdueOf = (aged: Aged): number => sumFrom(aged, 1);
