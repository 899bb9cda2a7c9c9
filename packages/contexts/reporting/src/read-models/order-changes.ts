import { documentTotals } from '@waybill/kernel';
import type { OrderBoardEvent } from './order-board-events.ts';
import type { DraftLine, OrderBoardRow } from './order-board-row.ts';
import { searchText } from './search-text.ts';

type Changes = Partial<OrderBoardRow>;

/** What an event of the order itself changes; undefined for the events of others. */
export const orderChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'OrderDrafted':
    case 'BillingAddressChanged':
    case 'OrderForShipping':
      return {};
    case 'ItemAddedToOrder':
    case 'ChargeAddedToOrder': {
      const { lineId, sku, amount, taxCode, taxRate } = event.data.line;
      return draftOf(row, [...(row.draftLines ?? []), { lineId, sku, amount, taxCode, taxRate }]);
    }
    case 'ItemQuantityChanged': {
      const { lineId, amount } = event.data;
      return draftOf(
        row,
        (row.draftLines ?? []).map((line) => (line.lineId === lineId ? { ...line, amount } : line)),
      );
    }
    case 'ItemRemovedFromOrder':
      return draftOf(
        row,
        (row.draftLines ?? []).filter(({ lineId }) => lineId !== event.data.lineId),
      );
    case 'DeliveryAddressChanged':
      return { country: event.data.address?.country ?? row.country };
    case 'OrderPlaced': {
      const { country, channel, externalId, lineCount, net, tax, total } = event.data;
      const placed = { orderStatus: 'PLACED', placedAt: at, listedAt: at, draftLines: null } as const;
      return { ...placed, country, channel, externalId, lineCount, net, tax, total };
    }
    case 'OrderForBilling':
      return { search: wordsOf(row, event.data.lines) };
    case 'OrderConfirmed':
      return { confirmedAt: at, ...(row.orderStatus === 'PLACED' ? { orderStatus: 'CONFIRMED' } : {}) };
    case 'CancellationRequested':
      return { orderStatus: 'CANCELLING' };
    case 'CancellationRejected':
      return row.orderStatus === 'CANCELLING' ? { orderStatus: row.confirmedAt ? 'CONFIRMED' : 'PLACED' } : {};
    case 'OrderCancelled':
      return { orderStatus: 'CANCELLED' };
    case 'OrderCompleted':
      return { orderStatus: 'COMPLETED' };
    default:
      return undefined;
  }
};

const draftOf = (row: OrderBoardRow, draftLines: readonly DraftLine[]): Changes => {
  const { net, tax, total } = documentTotals(draftLines);
  return { draftLines, lineCount: draftLines.length, net, tax, total, search: wordsOf(row, draftLines) };
};

const wordsOf = (
  { number, externalId, customerName }: OrderBoardRow,
  lines: readonly { readonly sku: string }[],
): string => searchText([number, externalId, customerName, ...lines.map(({ sku }) => sku)]);
