import { orNull } from '@waybill/engine';
import { documentTotals } from '@waybill/kernel';
import { priced, withDiscount } from '@waybill/sales/contract';
import type { OrderBoardEvent } from './order-board-events.ts';
import type { DraftLine, OrderBoardRow, OrderState } from './order-board-row.ts';
import { searchText } from './search-text.ts';

type Changes = Partial<OrderBoardRow>;

/** What an event of the order itself changes, its state included; undefined for the events of others. */
export const orderChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  const changes = changesBy(row, event);
  return changes && { ...changes, orderStatus: stateOf({ ...row, ...changes }) };
};

const ENDS: ReadonlySet<OrderState> = new Set(['COMPLETED', 'CANCELLED', 'EXPIRED']);

/** How it ended comes first, then what it waits for, then how far it has come: as sales has it. */
const stateOf = ({ orderStatus, placedAt, cancelling, held, confirmedAt }: OrderBoardRow): OrderState => {
  if (ENDS.has(orderStatus)) return orderStatus;
  if (!placedAt) return 'DRAFT';
  if (cancelling !== null) return 'CANCELLING';
  if (held) return 'HELD';
  return confirmedAt ? 'CONFIRMED' : 'PLACED';
};

const changesBy = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'OrderDrafted':
    case 'BillingAddressChanged':
    case 'OrderForShipping':
    case 'PaymentTermsChanged':
    case 'OrderNoteAdded':
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
    case 'ItemRemovedFromOrder': {
      const isOther = ({ lineId }: { readonly lineId: string | null }) => lineId !== event.data.lineId;
      return draftOf(row, (row.draftLines ?? []).filter(isOther), (row.draftDiscounts ?? []).filter(isOther));
    }
    case 'DiscountApplied':
      return draftOf(row, row.draftLines ?? [], withDiscount(row.draftDiscounts ?? [], event.data));
    case 'DeliveryAddressChanged':
      return { country: event.data.address?.country ?? row.country };
    case 'OrderPlaced': {
      const { country, channel, externalId, lineCount, net, tax, total } = event.data;
      const placed = { placedAt: at, listedAt: at, draftLines: null, draftDiscounts: null } as const;
      return { ...placed, country, channel, externalId, lineCount, net, tax, total };
    }
    case 'OrderRecordedAsCancelled': {
      const { country, channel, externalId, lines, net, tax, total } = event.data;
      const search = wordsOf({ ...row, externalId }, lines);
      const agreed = { country, channel, externalId, lineCount: lines.length, net, tax, total, search };
      return { orderStatus: 'CANCELLED', draftLines: null, draftDiscounts: null, ...agreed };
    }
    case 'OrderForBilling':
      return { search: wordsOf(row, event.data.lines) };
    case 'OrderConfirmed':
      return { confirmedAt: at };
    case 'OrderHeld':
      return { held: true };
    case 'OrderReleased':
      return { held: false };
    case 'CancellationRequested':
      return event.data.lines === null ? { cancelling: orNull(event.data.cancellationId) ?? '' } : {};
    case 'CancellationRejected':
      return answered(row, orNull(event.data.cancellationId));
    case 'OrderLinesCancelled': {
      const { cancellationId, net, total } = event.data;
      const left = { net: row.net - net, tax: row.tax - (total - net), total: row.total - total };
      return { ...answered(row, cancellationId), ...left, cancelledTotal: row.cancelledTotal + total };
    }
    case 'OrderCancelled':
      return { orderStatus: 'CANCELLED' };
    case 'OrderExpired':
      return { orderStatus: 'EXPIRED' };
    case 'OrderCompleted':
      return { orderStatus: 'COMPLETED' };
    default:
      return undefined;
  }
};

/** Whether everything can be cancelled is asked no more, if that is what was answered. */
const answered = ({ cancelling }: OrderBoardRow, cancellationId: string | null): Changes =>
  cancelling === (cancellationId ?? '') ? { cancelling: null } : {};

const draftOf = (
  row: OrderBoardRow,
  draftLines: readonly DraftLine[],
  draftDiscounts: OrderBoardRow['draftDiscounts'] = row.draftDiscounts,
): Changes => {
  const { net, tax, total } = documentTotals(priced(draftLines, draftDiscounts ?? []), row.prices);
  const search = wordsOf(row, draftLines);
  return { draftLines, draftDiscounts, lineCount: draftLines.length, net, tax, total, search };
};

const wordsOf = (
  { number, externalId, customerName }: Pick<OrderBoardRow, 'number' | 'externalId' | 'customerName'>,
  lines: readonly { readonly sku: string }[],
): string => searchText([number, externalId, customerName, ...lines.map(({ sku }) => sku)]);
