import type { OrderBoardEvent } from './order-board-events.ts';
import type { OrderBoardRow } from './order-board-row.ts';
import { alsoFoundBy } from './search-text.ts';

type Changes = Partial<OrderBoardRow>;

const hasEnded = ({ orderStatus }: OrderBoardRow): boolean => orderStatus === 'CANCELLED' || orderStatus === 'EXPIRED';

/** What payments say of an order. Money counts as received whatever became of it, in the order's currency. */
export const paymentChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  switch (event.type) {
    case 'PaymentRequested':
      return row.paymentStatus === 'NOT_REQUESTED'
        ? { paymentStatus: row.received > 0 ? 'PARTIALLY_PAID' : 'REQUESTED' }
        : {};
    case 'IncomingPaymentRecorded': {
      if (event.data.currency !== row.currency || event.data.amount === 0) return {};
      const isWaiting = !hasEnded(row) && (row.paymentStatus === 'NOT_REQUESTED' || row.paymentStatus === 'REQUESTED');
      return {
        received: row.received + event.data.amount,
        ...(isWaiting ? { paymentStatus: 'PARTIALLY_PAID' as const } : {}),
      };
    }
    case 'PaymentReceived':
      return { paymentStatus: 'PAID' };
    case 'PaymentRequestCancelled':
      return row.paymentStatus === 'PAID' ? {} : { paymentStatus: 'CANCELLED' };
    default:
      return undefined;
  }
};

export const invoiceChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  switch (event.type) {
    case 'InvoiceIssued': {
      const { number, total } = event.data;
      const search = alsoFoundBy(row.search, number);
      const all = { invoices: row.invoices + 1, invoiced: row.invoiced + total };
      return { invoiceStatus: 'ISSUED', invoiceId: event.id, invoiceNumber: number, ...all, search };
    }
    case 'InvoicePaid':
      return { invoiceStatus: 'PAID' };
    default:
      return undefined;
  }
};

export const deliveryChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  switch (event.type) {
    case 'DeliveryScheduled': {
      const { number } = event.data;
      const search = alsoFoundBy(row.search, number);
      return { deliveryStatus: 'SCHEDULED', deliveryId: event.id, deliveryNumber: number, search };
    }
    case 'DeliveryPicked':
      return { deliveryStatus: 'PICKED' };
    case 'DeliveryPacked':
      return { deliveryStatus: 'PACKED' };
    case 'DeliveryDispatched':
      return { deliveryStatus: 'DISPATCHED' };
    case 'DeliveryConfirmed':
      return { deliveryStatus: 'DELIVERED' };
    case 'ShipmentStopped':
      return event.data.complete ? { deliveryStatus: 'STOPPED' } : {};
    default:
      return undefined;
  }
};
