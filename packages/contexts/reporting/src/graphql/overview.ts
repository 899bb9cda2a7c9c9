import type { Prisma } from '@waybill/db/prisma';
import { batched, builder, type GraphContext, MoneyRef, money, reads, readsFrom, sharedObject } from '@waybill/graphql';
import { localDate } from '@waybill/kernel';
import { ORDER_BOARD } from './order.ts';
import { inView } from './order-view.ts';
import { type CountedDay, counted, countedDays, countedOn, figuresFrom } from './overview-figures.ts';

const DAILY_SALES = 'reporting.daily_sales';

interface DayFigures extends Omit<CountedDay, 'day' | 'total'> {
  readonly day: Date | string;
  readonly total: bigint | number;
}
/** Which figures of which currency; each figure is read only where it is asked for. */
interface Overview {
  readonly currency: string;
  readonly day: string;
  readonly days: number;
}

const DayFiguresRef = builder.objectRef<DayFigures>('DayFigures').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Date' }),
    orders: t.exposeInt('orders'),
    revenue: t.field({ type: MoneyRef, resolve: (row) => money(row.total, row.currency) }),
  }),
});

/** Figures of one tick share a statement, and a figure that several fields show is read once. */
const dayById = batched(async (context: GraphContext, ids: readonly string[]) => {
  const rows = await reads(context).dailySales.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
});
const today = ({ currency, day }: Overview, context: GraphContext) => dayById(context, `${day} ${currency}`);

const allDays = batched(async (context: GraphContext, currencies: readonly string[]) => {
  const groups = await reads(context).dailySales.groupBy({
    by: ['currency'],
    where: { currency: { in: [...currencies] } },
    _sum: { orders: true, total: true },
  });
  return new Map(groups.map(({ currency, _sum }) => [currency, _sum]));
});

const sumsOf = (where: Prisma.OrderBoardWhereInput) =>
  batched(async (context: GraphContext, currencies: readonly string[]) => {
    const groups = await reads(context).orderBoard.groupBy({
      by: ['currency'],
      where: { currency: { in: [...currencies] }, ...where },
      _sum: { total: true, received: true, invoices: true, invoiced: true },
      _count: { _all: true },
    });
    const figures = groups.map(({ currency, _sum: { total, received, invoices, invoiced: sum }, _count }) => {
      const open = Number(total ?? 0) - Number(received ?? 0);
      return [currency, { count: _count._all, open, invoices: invoices ?? 0, invoiced: Number(sum ?? 0) }] as const;
    });
    return new Map(figures);
  });
const toCollect = sumsOf(inView('TO_COLLECT'));
const invoiced = sumsOf({ invoiceStatus: { not: 'NONE' } });

const FiguresSource = builder.enumType('FiguresSource', { values: ['COUNTERS', 'TABLES'] as const });

const OverviewRef = sharedObject<Overview>('Overview').implement({
  description: "Figures of one currency; days are the business's local days.",
  fields: (t) => ({
    day: t.expose('day', { type: 'Date' }),
    currency: t.exposeString('currency'),
    source: t.field({
      type: FiguresSource,
      description: 'Counters, or tables where those are a moment behind, out of reach or being counted anew.',
      resolve: async (_of, _args, context) =>
        (await figuresFrom(context)).kind === 'counters' ? 'COUNTERS' : 'TABLES',
    }),
    recounting: t.boolean({
      description:
        'The counters are being counted anew, or cannot be reached; the figures are right, and slower to get.',
      resolve: async (_of, _args, context) => {
        const from = await figuresFrom(context);
        return from.kind === 'tables' && from.recounting;
      },
    }),
    ordersToday: t.int({
      ...readsFrom(DAILY_SALES),
      resolve: async (of, _args, context) =>
        (await countedOn(context, of.currency, of.day, 'orders')) ?? (await today(of, context))?.orders ?? 0,
    }),
    ordersTotal: t.int({
      ...readsFrom(DAILY_SALES),
      resolve: async ({ currency }, _args, context) =>
        (await counted(context, currency, 'orders')) ?? (await allDays(context, currency))?.orders ?? 0,
    }),
    revenueToday: t.field({
      ...readsFrom(DAILY_SALES),
      type: MoneyRef,
      resolve: async (of, _args, context) => {
        const revenue = await countedOn(context, of.currency, of.day, 'revenue');
        return money(revenue ?? (await today(of, context))?.total ?? 0, of.currency);
      },
    }),
    revenue: t.field({
      ...readsFrom(DAILY_SALES),
      type: MoneyRef,
      description: 'Of all orders that were placed, less what was cancelled or expired.',
      resolve: async ({ currency }, _args, context) => {
        const revenue = await counted(context, currency, 'revenue');
        return money(revenue ?? (await allDays(context, currency))?.total ?? 0, currency);
      },
    }),
    toCollect: t.field({
      ...readsFrom(ORDER_BOARD),
      type: MoneyRef,
      description: 'Placed, not cancelled, and not yet paid.',
      resolve: async ({ currency }, _args, context) => {
        const open = await counted(context, currency, 'toCollect');
        return money(open ?? (await toCollect(context, currency))?.open ?? 0, currency);
      },
    }),
    toCollectOrders: t.int({
      ...readsFrom(ORDER_BOARD),
      resolve: async ({ currency }, _args, context) =>
        (await counted(context, currency, 'toCollectOrders')) ?? (await toCollect(context, currency))?.count ?? 0,
    }),
    toShip: t.int({
      ...readsFrom(ORDER_BOARD),
      description: 'Orders paid or on credit, and not yet dispatched.',
      resolve: async ({ currency }, _args, context) =>
        (await counted(context, currency, 'toShip')) ??
        reads(context).orderBoard.count({ where: { currency, ...inView('TO_SHIP') } }),
    }),
    invoices: t.int({
      ...readsFrom(ORDER_BOARD),
      description: 'Invoices issued.',
      resolve: async ({ currency }, _args, context) =>
        (await counted(context, currency, 'invoices')) ?? (await invoiced(context, currency))?.invoices ?? 0,
    }),
    invoiced: t.field({
      ...readsFrom(ORDER_BOARD),
      type: MoneyRef,
      resolve: async ({ currency }, _args, context) => {
        const total = await counted(context, currency, 'invoiced');
        return money(total ?? (await invoiced(context, currency))?.invoiced ?? 0, currency);
      },
    }),
    series: t.field({
      ...readsFrom(DAILY_SALES),
      type: [DayFiguresRef],
      description: 'The last days that had orders, oldest first.',
      resolve: async ({ currency, days }, _args, context): Promise<DayFigures[]> => {
        const wanted = Math.min(Math.max(days, 1), 400);
        const known = await countedDays(context, currency, wanted);
        if (known) return known;
        const newest = await reads(context).dailySales.findMany({
          where: { currency },
          orderBy: { day: 'desc' },
          take: wanted,
        });
        return newest.reverse();
      },
    }),
  }),
});

builder.queryField('overview', (t) =>
  t.field({
    type: OverviewRef,
    args: { currency: t.arg.string({ defaultValue: 'GBP' }), days: t.arg.int({ defaultValue: 30 }) },
    resolve: (_root, { currency, days }) => ({
      currency: currency ?? 'GBP',
      days: days ?? 30,
      day: localDate(new Date()),
    }),
  }),
);
