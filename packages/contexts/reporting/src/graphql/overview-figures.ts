import type { CountersRead } from '@waybill/engine';
import { batched, type GraphContext } from '@waybill/graphql';
import { dayCounter, figureCounter, overviewCounters } from '../read-models/overview-counters.ts';
import { ORDER_BOARD } from './order.ts';

/** How the figures of the overview were found. */
export type FiguresFrom =
  | { readonly kind: 'counters'; readonly read: CountersRead }
  /** `recounting`: the counters are not complete, or out of reach; otherwise they were a moment behind. */
  | { readonly kind: 'tables'; readonly recounting: boolean };

const PAUSE = 15;
const LOOKS = 4;

/**
 * The counters, where they are complete and show at least what the order board shows to clients; otherwise the tables
 * are added up, which always know. Counters are a moment behind at most, so they are given that moment.
 */
const look = async ({ counters, hub }: GraphContext): Promise<FiguresFrom> => {
  const shown = hub.status().topics.find(({ topic }) => topic === ORDER_BOARD)?.checkpoint ?? 0;
  for (let looks = 1; ; looks += 1) {
    const read = await counters?.(overviewCounters);
    if (!read || read.position < read.target) return { kind: 'tables', recounting: true };
    if (read.position >= shown) return { kind: 'counters', read };
    if (looks === LOOKS) return { kind: 'tables', recounting: false };
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
};

const looked = batched(async (context: GraphContext, keys: readonly string[]) => {
  const from = await look(context);
  return new Map(keys.map((key) => [key, from]));
});

/** One look for all figures of a request. */
export const figuresFrom = async (context: GraphContext): Promise<FiguresFrom> =>
  (await looked(context, 'overview')) ?? { kind: 'tables', recounting: false };

/** A figure by its counter; undefined where the tables have to be asked. */
export const counted = async (
  context: GraphContext,
  currency: string,
  figure: Parameters<typeof figureCounter>[1],
): Promise<number | undefined> => {
  const from = await figuresFrom(context);
  return from.kind === 'counters' ? (from.read.counts.get(figureCounter(currency, figure)) ?? 0) : undefined;
};

export const countedOn = async (
  context: GraphContext,
  currency: string,
  day: string,
  figure: 'orders' | 'revenue',
): Promise<number | undefined> => {
  const from = await figuresFrom(context);
  return from.kind === 'counters' ? (from.read.counts.get(dayCounter(currency, day, figure)) ?? 0) : undefined;
};

export interface CountedDay {
  readonly day: string;
  readonly orders: number;
  readonly total: number;
  readonly currency: string;
}

/** The last days that had orders, oldest first. */
export const countedDays = async (
  context: GraphContext,
  currency: string,
  days: number,
): Promise<CountedDay[] | undefined> => {
  const from = await figuresFrom(context);
  if (from.kind === 'tables') return undefined;
  const { counts } = from.read;
  const named = [...counts.keys()].flatMap((name) => {
    const [of, day, figure] = name.split(' ');
    return of === currency && figure === 'orders' && day !== undefined ? [day] : [];
  });
  return named
    .sort()
    .slice(-days)
    .map((day) => ({
      day,
      currency,
      orders: counts.get(dayCounter(currency, day, 'orders')) ?? 0,
      total: counts.get(dayCounter(currency, day, 'revenue')) ?? 0,
    }));
};
