import { defineProjection } from '@waybill/engine';
import { deliveryChanges } from './delivery-changes.ts';
import { invoiceChanges } from './invoice-changes.ts';
import { keysOf, type OrderBoardEvent, orderBoardEvents } from './order-board-events.ts';
import type { OrderBoardRow } from './order-board-row.ts';
import { orderChanges } from './order-changes.ts';
import { opened } from './order-opened.ts';
import { paymentChanges } from './payment-changes.ts';

/** One row per order for lists, filters and search. It mirrors what the other contexts publish, and decides nothing. */
export const orderBoard = defineProjection({
  name: 'reporting.order_board',
  version: 4,
  events: orderBoardEvents,
  table: { schema: 'reporting', name: 'order_board', key: 'id' },
  freshness: 100,
  keys: keysOf,
  evolve: (known: OrderBoardRow | undefined, event, id): OrderBoardRow | undefined => {
    const row = known ?? opened(event, id);
    if (!row) return undefined;
    const own = orderChanges(row, event);
    return {
      ...row,
      ...(own ? { ...own, version: event.version } : mirrored(row, event)),
      lastEvent: { type: event.type, at: event.occurredAt.toISOString(), actorName: event.actor.name },
      updatedAt: event.recordedAt.toISOString(),
    };
  },
});

const mirrored = (row: OrderBoardRow, event: OrderBoardEvent): Partial<OrderBoardRow> =>
  paymentChanges(row, event) ?? invoiceChanges(row, event) ?? deliveryChanges(row, event) ?? {};
