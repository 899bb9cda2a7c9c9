import { isUnknown } from '@waybill/engine';
import type { OrderBoardEvent } from './order-board-events.ts';
import type { OrderBoardRow, Returns } from './order-board-row.ts';
import { alsoFoundBy } from './search-text.ts';

type Changes = Partial<OrderBoardRow>;

/** What shipping says of an order: of the delivery that moved last, and of everything that came back. */
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
    case 'DeliveryDispatched': {
      const { lines } = event.data;
      const { shipped } = row.returns;
      const left = isUnknown(lines) || shipped === null ? null : shipped + piecesOf(lines);
      return { deliveryStatus: 'DISPATCHED', ...returning({ ...row.returns, shipped: left }) };
    }
    case 'DeliveryConfirmed':
      return { deliveryStatus: 'DELIVERED' };
    case 'DeliveryFailed':
      return { deliveryStatus: 'FAILED' };
    case 'DeliveryRetried':
    case 'DeliverySentBack':
      return { deliveryStatus: 'DISPATCHED' };
    case 'ShipmentStopped':
      return event.data.complete ? { deliveryStatus: 'STOPPED' } : {};
    case 'ReturnRequested': {
      const { open } = row.returns;
      return returning({ ...row.returns, open: [...open, event.data.returnId] });
    }
    case 'ReturnReceived': {
      const { returnId, lines } = event.data;
      const { shipped, returned, open } = row.returns;
      return returning({ shipped, returned: returned + piecesOf(lines), open: open.filter((id) => id !== returnId) });
    }
    default:
      return undefined;
  }
};

const piecesOf = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

const returning = (returns: Returns): Pick<OrderBoardRow, 'returns' | 'returnStatus'> => {
  const { shipped, returned, open } = returns;
  if (open.length > 0) return { returns, returnStatus: 'REQUESTED' };
  if (returned === 0) return { returns, returnStatus: 'NONE' };
  return { returns, returnStatus: shipped !== null && returned >= shipped ? 'RETURNED' : 'PART_RETURNED' };
};
