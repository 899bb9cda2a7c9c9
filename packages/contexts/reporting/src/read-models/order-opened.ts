import type { OrderBoardEvent } from './order-board-events.ts';
import type { OrderBoardRow } from './order-board-row.ts';
import { searchText } from './search-text.ts';

/** The row that an order begins with, or none where the event begins no order. */
export const opened = (event: OrderBoardEvent, id: string): OrderBoardRow | undefined => {
  if (event.type !== 'OrderDrafted' && event.type !== 'OrderPlaced' && event.type !== 'OrderRecordedAsCancelled')
    return undefined;
  const { number, customerId, customerName, currency, prices } = event.data;
  const at = event.occurredAt.toISOString();
  return {
    id,
    number,
    version: event.version,
    customerId,
    customerName,
    country: null,
    currency,
    prices,
    channel: 'web',
    externalId: null,
    draftedAt: event.type === 'OrderDrafted' ? at : null,
    placedAt: null,
    confirmedAt: null,
    listedAt: at,
    lineCount: 0,
    net: 0,
    tax: 0,
    total: 0,
    orderStatus: 'DRAFT',
    held: false,
    cancelling: null,
    cancelledTotal: 0,
    paymentStatus: 'NOT_REQUESTED',
    moneyStatus: 'NOT_REQUESTED',
    received: 0,
    refunding: 0,
    refunded: 0,
    bounced: false,
    invoiceStatus: 'NONE',
    invoiceId: null,
    invoiceNumber: null,
    invoices: 0,
    invoiced: 0,
    credited: 0,
    deliveryStatus: 'NONE',
    returnStatus: 'NONE',
    returns: { shipped: 0, returned: 0, open: [] },
    deliveryId: null,
    deliveryNumber: null,
    draftLines: [],
    draftDiscounts: [],
    search: searchText([number, customerName]),
    lastEvent: { type: event.type, at, actorName: event.actor.name },
    updatedAt: event.recordedAt.toISOString(),
  };
};
