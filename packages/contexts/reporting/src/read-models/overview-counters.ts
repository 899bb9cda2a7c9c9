import { defineCounters } from '@waybill/engine';
import { dayOf } from './daily-sales.ts';
import { orderBoard } from './order-board.ts';
import { keysOf, type OrderBoardEvent, orderBoardEvents } from './order-board-events.ts';
import type { OrderBoardRow } from './order-board-row.ts';
import { isInView } from './order-views.ts';

/** What of an order the figures of the overview depend on. */
export interface CountedOrder
  extends Pick<
    OrderBoardRow,
    | 'id'
    | 'currency'
    | 'total'
    | 'received'
    | 'orderStatus'
    | 'paymentStatus'
    | 'invoiceStatus'
    | 'deliveryStatus'
    | 'confirmedAt'
    | 'placedAt'
    | 'held'
    | 'cancelling'
    | 'invoices'
    | 'invoiced'
    | 'moneyStatus'
    | 'refunding'
    | 'refunded'
    | 'bounced'
    | 'credited'
  > {
  /** Of the business's calendar, on which it was placed; null for what never was. */
  readonly day: string | null;
}

/** The rest of a row of the order board, on which none of these depends. */
const REST: Omit<OrderBoardRow, keyof CountedOrder> = {
  number: '',
  version: 0,
  prices: 'NET',
  customerId: '',
  customerName: null,
  country: null,
  channel: '',
  externalId: null,
  draftedAt: null,
  listedAt: '',
  lineCount: 0,
  net: 0,
  tax: 0,
  draftLines: null,
  draftDiscounts: null,
  cancelledTotal: 0,
  invoiceId: null,
  invoiceNumber: null,
  deliveryId: null,
  returnStatus: 'NONE',
  returns: { shipped: 0, returned: 0, open: [] },
  deliveryNumber: null,
  search: '',
  lastEvent: { type: '', at: '', actorName: '' },
  updatedAt: '',
};

const dayAfter = (row: CountedOrder | undefined, event: OrderBoardEvent): string | null =>
  event.type === 'OrderPlaced' ? dayOf(event) : (row?.day ?? null);

/** Names of counters begin with the currency. */
export const dayCounter = (currency: string, day: string, figure: 'orders' | 'revenue'): string =>
  `${currency} ${day} ${figure}`;
export const figureCounter = (
  currency: string,
  figure: 'orders' | 'revenue' | 'toCollect' | 'toCollectOrders' | 'toShip' | 'invoices' | 'invoiced',
): string => `${currency} ${figure}`;
const stateCounter = (currency: string, state: string): string => `${currency} state ${state}`;

const countsOf = (order: CountedOrder): Record<string, number> => {
  const { currency, day, total, received, orderStatus, invoices, invoiced } = order;
  const counts = { [stateCounter(currency, orderStatus)]: 1 };
  const add = (name: string, by: number) => {
    counts[name] = by;
  };
  if (day !== null && orderStatus !== 'CANCELLED' && orderStatus !== 'EXPIRED') {
    add(figureCounter(currency, 'orders'), 1);
    add(figureCounter(currency, 'revenue'), total);
    add(dayCounter(currency, day, 'orders'), 1);
    add(dayCounter(currency, day, 'revenue'), total);
  }
  if (isInView('TO_COLLECT', order)) {
    add(figureCounter(currency, 'toCollectOrders'), 1);
    add(figureCounter(currency, 'toCollect'), total - received);
  }
  if (isInView('TO_SHIP', order)) add(figureCounter(currency, 'toShip'), 1);
  if (invoices > 0) {
    add(figureCounter(currency, 'invoices'), invoices);
    add(figureCounter(currency, 'invoiced'), invoiced);
  }
  return counts;
};

/**
 * The figures of the overview, by currency: orders and revenue by day, and counts by state. They say what the order board
 * and the daily sales add up to, and follow the same events as the board, so that their positions can be compared.
 */
export const overviewCounters = defineCounters({
  name: 'reporting.overview',
  version: 3,
  events: orderBoardEvents,
  freshness: 1_000,
  keys: keysOf,
  evolve: (row: CountedOrder | undefined, event, id): CountedOrder | undefined => {
    const after = orderBoard.evolve(row && { ...REST, ...row }, event, id);
    if (!after) return undefined;
    const { currency, total, received, orderStatus, paymentStatus, invoiceStatus, deliveryStatus } = after;
    const { confirmedAt, placedAt, held, cancelling, invoices, invoiced } = after;
    const { moneyStatus, refunding, refunded, bounced, credited } = after;
    const states = {
      orderStatus,
      paymentStatus,
      invoiceStatus,
      deliveryStatus,
      confirmedAt,
      placedAt,
      held,
      cancelling,
    };
    const money = { total, received, invoices, invoiced, moneyStatus, refunding, refunded, bounced, credited };
    return { id, currency, ...money, ...states, day: dayAfter(row, event) };
  },
  counts: countsOf,
});
