import type { ReturnedLine } from '../message/content.ts';
import type { PurchasesEvent } from './events.ts';

export interface BoughtLine {
  readonly lineId: string;
  readonly kind: 'GOODS' | 'CHARGE';
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: string;
}

/** An order of this customer, and what of it came back. */
export interface Purchase {
  readonly orderId: string;
  readonly externalOrderId: string;
  readonly currency: string;
  readonly happenedAt: string;
  readonly lines: readonly BoughtLine[];
  /** Pieces by line. */
  readonly returned: Readonly<Record<string, number>>;
  /** Minor units: so much was credited, at whatever price. */
  readonly credited: number;
}

/** A cancellation for which no order was found. */
export interface OpenCancellation {
  readonly intakeId: string;
  readonly messageId: string;
  readonly currency: string;
  readonly happenedAt: string;
  readonly lines: readonly ReturnedLine[];
}

/** What one customer of one channel bought and gave back. */
export interface Purchases {
  readonly purchases: Readonly<Record<string, Purchase>>;
  readonly open: Readonly<Record<string, OpenCancellation>>;
  /** Cancellations that were looked at once. */
  readonly seen: readonly string[];
}

export const noPurchases: Purchases = { purchases: {}, open: {}, seen: [] };

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const seen = (state: Purchases, intakeId: string): readonly string[] =>
  state.seen.includes(intakeId) ? state.seen : [...state.seen, intakeId];

export const evolve = (state: Purchases, event: PurchasesEvent): Purchases => {
  switch (event.type) {
    case 'PurchaseRecorded': {
      const { orderId } = event.data;
      const { returned = {}, credited = 0 } = state.purchases[orderId] ?? {};
      return { ...state, purchases: { ...state.purchases, [orderId]: { ...event.data, returned, credited } } };
    }
    case 'CancellationMatched': {
      const { intakeId, matches } = event.data;
      const purchases = { ...state.purchases };
      for (const { orderId, lineId, quantity, amount } of matches) {
        const purchase = purchases[orderId];
        if (!purchase) continue;
        const returned =
          lineId === null
            ? purchase.returned
            : { ...purchase.returned, [lineId]: (purchase.returned[lineId] ?? 0) + quantity };
        purchases[orderId] = { ...purchase, returned, credited: purchase.credited + amount };
      }
      return { purchases, open: without(state.open, intakeId), seen: seen(state, intakeId) };
    }
    case 'CancellationUnmatched': {
      const { intakeId, messageId, currency, happenedAt, lines } = event.data;
      const open = { ...state.open, [intakeId]: { intakeId, messageId, currency, happenedAt, lines } };
      return { ...state, open, seen: seen(state, intakeId) };
    }
    case 'CancellationSetAside':
      return { ...state, open: without(state.open, event.data.intakeId) };
  }
};

/** What an event says of the cancellation that it is about. */
export const headOf = ({ intakeId, messageId, currency, happenedAt }: OpenCancellation) => ({
  intakeId,
  messageId,
  currency,
  happenedAt,
});
