import { type EventOf, orNull, type Recorded } from '@waybill/engine';
import type { PriceBasis } from '@waybill/kernel';
import { atListPrice, type Discount, priced, withDiscount } from '../order/discount.ts';
import type { orderEvents } from '../order/events.ts';
import type { LineQuantity, OrderLine, PricedLine } from '../order/line.ts';
import { withMeasures } from '../order/measures.ts';
import { openPart, without } from '../order/open-lines.ts';
import { answeredRow, askedRow, settledRows, shownCancellation } from './cancellation-rows.ts';
import type { OrderLineRow, OrderRow } from './order-row.ts';

type OrderEvent = Recorded<EventOf<typeof orderEvents>>;
export type LaterEvent = Exclude<OrderEvent, { readonly type: 'OrderDrafted' | 'OrderRecordedAsCancelled' }>;
type Changes = Partial<OrderRow>;

/** What an event changes in the row of its order; its status is found afterwards, from all of it. */
export const changesOf = (row: OrderRow, event: LaterEvent): Changes => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'ItemAddedToOrder':
    case 'ChargeAddedToOrder':
      return repriced(row, [...row.lines.map(atListPrice), event.data.line]);
    case 'ItemQuantityChanged': {
      const { lineId, quantity, amount } = event.data;
      const changed = row.lines.map((line) =>
        line.lineId === lineId ? { ...line, quantity, amount } : atListPrice(line),
      );
      return repriced(row, changed);
    }
    case 'ItemRemovedFromOrder': {
      const { lineId } = event.data;
      const lines = row.lines.filter((line) => line.lineId !== lineId).map(atListPrice);
      return repriced(
        row,
        lines,
        row.discounts.filter((discount) => discount.lineId !== lineId),
      );
    }
    case 'DeliveryAddressChanged':
      return { deliveryAddress: event.data.address, country: event.data.address?.country ?? row.country };
    case 'BillingAddressChanged':
      return { billingAddress: event.data.address };
    case 'PaymentTermsChanged':
      return { terms: event.data.terms };
    case 'DiscountApplied':
      return repriced(row, row.lines.map(atListPrice), withDiscount(row.discounts, event.data));
    case 'OrderPlaced': {
      const { net, tax, total, country, channel, externalId, terms, shortage, prices } = event.data;
      const agreed = { country, channel, externalId, terms, shortage: orNull(shortage), prices };
      return { placedAt: at, net, tax, total, ...agreed };
    }
    case 'OrderForBilling': {
      const lines = withMeasures(event.data.lines, row.lines);
      const { billingAddress, discounts, prices } = event.data;
      return { billingAddress, discounts, ...summed(lines, prices) };
    }
    case 'OrderForShipping': {
      const lines = withMeasures(row.lines, event.data.lines, (line) => line);
      return { deliveryAddress: event.data.deliveryAddress, lines };
    }
    case 'OrderConfirmed':
      return { confirmedAt: at };
    case 'OrderHeld': {
      const { reason, credit } = event.data;
      return { held: { reason, since: at, by: event.actor.name, credit } };
    }
    case 'OrderReleased':
      return { held: null };
    case 'CancellationRequested':
      return shownCancellation(askedRow(row.cancellations, event.data, at));
    case 'CancellationRejected': {
      const { cancellationId, code, message, returnInstead } = event.data;
      const rejected = { code, message, returnInstead };
      return shownCancellation(
        answeredRow(row.cancellations, orNull(cancellationId), { status: 'REJECTED', rejected, answeredAt: at }),
      );
    }
    case 'OrderLinesCancelled': {
      const { cancellationId, lines } = event.data;
      const answer = { status: 'RECORDED', cancelled: lines, answeredAt: at } as const;
      return {
        ...shownCancellation(answeredRow(row.cancellations, cancellationId, answer)),
        ...summed(row.lines, row.prices, cancelledOf(row.lines, lines)),
      };
    }
    case 'OrderCancelled':
      return { cancelledAt: at, ...shownCancellation(settledRows(row.cancellations, event.data.reason, at)) };
    case 'OrderExpired':
      return { expiredAt: at };
    case 'OrderCompleted':
      return { completedAt: at };
    case 'OrderNoteAdded': {
      const { noteId, text } = event.data;
      return { notes: [...row.notes, { id: noteId, text, at, by: event.actor.name }] };
    }
    default:
      return event satisfies never;
  }
};

const repriced = (row: OrderRow, lines: readonly OrderLine[], discounts: readonly Discount[] = row.discounts) => ({
  discounts,
  ...summed(priced(lines, discounts), row.prices),
});

/** The lines with what is left of them, and what that comes to. */
export const summed = (
  lines: readonly PricedLine[],
  prices: PriceBasis = 'NET',
  cancelled: Readonly<Record<string, number>> = {},
) => {
  const { lines: open, net, tax, total, taxes } = openPart({ lines, cancelled, prices });
  const amounts = new Map(open.map(({ lineId, amount }) => [lineId, amount]));
  const shown = lines.map((line) => ({
    ...line,
    cancelled: cancelled[line.lineId] ?? 0,
    openAmount: amounts.get(line.lineId) ?? 0,
  }));
  return { lines: shown, net, tax, total, taxes };
};

const cancelledOf = (lines: readonly OrderLineRow[], now: readonly LineQuantity[]) => {
  const before = Object.fromEntries(
    lines.filter(({ cancelled }) => cancelled > 0).map(({ lineId, cancelled }) => [lineId, cancelled]),
  );
  return without({ lines, cancelled: before }, now).cancelled;
};
