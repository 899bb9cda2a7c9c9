import { type GraphContext, reads } from '@waybill/graphql';
import { grouped } from '@waybill/kernel';

/** Minor units, without tax. */
export interface RevenueOf {
  /** A day, a month, or a country. */
  readonly of: string;
  readonly currency: string;
  readonly invoices: number;
  readonly invoiced: number;
  readonly creditNotes: number;
  readonly credited: number;
}
export interface RevenueFilter {
  readonly currency: string;
  /** Days of the business, both counted in. */
  readonly from: string | null;
  readonly to: string | null;
}

interface Summed {
  readonly _sum: {
    readonly invoices: number | null;
    readonly invoiced: bigint | null;
    readonly creditNotes: number | null;
    readonly credited: bigint | null;
  };
}
const SUMS = { invoices: true, invoiced: true, creditNotes: true, credited: true } as const;

const figures = (of: string, currency: string, { _sum }: Summed): RevenueOf => ({
  of,
  currency,
  invoices: _sum.invoices ?? 0,
  invoiced: Number(_sum.invoiced ?? 0),
  creditNotes: _sum.creditNotes ?? 0,
  credited: Number(_sum.credited ?? 0),
});

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const within = ({ currency, from, to }: RevenueFilter) => ({
  currency,
  day: { ...(from && { gte: midnight(from) }), ...(to && { lte: midnight(to) }) },
});

export const revenueByDay = async (context: GraphContext, filter: RevenueFilter): Promise<RevenueOf[]> => {
  const days = await reads(context).revenue.groupBy({
    by: ['day'],
    where: within(filter),
    _sum: SUMS,
    orderBy: { day: 'asc' },
  });
  return days.map((row) => figures(row.day.toISOString().slice(0, 10), filter.currency, row));
};

export const revenueByCountry = async (context: GraphContext, filter: RevenueFilter): Promise<RevenueOf[]> => {
  const countries = await reads(context).revenue.groupBy({
    by: ['country'],
    where: within(filter),
    _sum: SUMS,
    orderBy: { country: 'asc' },
  });
  return countries.map((row) => figures(row.country, filter.currency, row));
};

const plus = (one: RevenueOf, other: RevenueOf): RevenueOf => ({
  ...one,
  invoices: one.invoices + other.invoices,
  invoiced: one.invoiced + other.invoiced,
  creditNotes: one.creditNotes + other.creditNotes,
  credited: one.credited + other.credited,
});

/** Of days there are few enough to make months of. */
export const revenueByMonth = async (context: GraphContext, filter: RevenueFilter): Promise<RevenueOf[]> => {
  const days = await revenueByDay(context, filter);
  const months = days.map((day) => ({ ...day, of: day.of.slice(0, 7) }));
  return [...grouped(months, ({ of }) => of).values()].map((each) => each.reduce(plus));
};
