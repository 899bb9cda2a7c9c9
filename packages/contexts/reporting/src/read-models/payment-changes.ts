import type { OrderBoardEvent } from './order-board-events.ts';
import type { MoneyState, OrderBoardRow } from './order-board-row.ts';

type Changes = Partial<OrderBoardRow>;
type Money = Pick<OrderBoardRow, 'moneyStatus' | 'received' | 'refunding' | 'refunded' | 'bounced'>;

const hasEnded = ({ orderStatus }: OrderBoardRow): boolean => orderStatus === 'CANCELLED' || orderStatus === 'EXPIRED';

/** What payments say of an order. Money counts as received whatever became of it, in the order's currency. */
export const paymentChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  const changes = moneyChanges(row, event);
  return changes && { ...changes, paymentStatus: shown({ ...row, ...changes }) };
};

/** What goes back comes first, then what is missing. REFUNDED: nothing of what was paid is left. */
const shown = ({ moneyStatus, received, refunding, refunded, bounced }: Money): OrderBoardRow['paymentStatus'] => {
  if (refunding > 0) return 'REFUNDING';
  if (moneyStatus === 'REQUESTED') return bounced ? 'FAILED' : 'REQUESTED';
  if (moneyStatus === 'PARTIALLY_PAID') return 'PARTIALLY_PAID';
  return refunded > 0 && refunded >= received ? 'REFUNDED' : moneyStatus;
};

const moneyChanges = (row: OrderBoardRow, event: OrderBoardEvent): Partial<Money> | undefined => {
  switch (event.type) {
    case 'PaymentRequested':
      return row.moneyStatus === 'NOT_REQUESTED'
        ? { moneyStatus: row.received > 0 ? 'PARTIALLY_PAID' : 'REQUESTED' }
        : {};
    case 'PaymentRequestAmended':
      return row.moneyStatus === 'PAID' && event.data.amount > row.received - row.refunded
        ? { moneyStatus: 'PARTIALLY_PAID' }
        : {};
    case 'IncomingPaymentRecorded':
    case 'MatchedPaymentAdded':
      return inCurrency(row, event) ? arrived(row, event.data.amount) : {};
    case 'PaymentMatched':
      // To another order, or back into this one, whose `MatchedPaymentAdded` follows.
      return inCurrency(row, event) ? { received: row.received - event.data.amount } : {};
    case 'PaymentReceived':
      return { moneyStatus: 'PAID' };
    case 'PaymentFailed':
      return inCurrency(row, event) ? taken(row, event.data) : {};
    case 'PaymentRequestCancelled':
      return row.moneyStatus === 'PAID' ? {} : { moneyStatus: 'CANCELLED' };
    case 'RefundRequested':
      return inCurrency(row, event) ? { refunding: row.refunding + event.data.amount } : {};
    case 'RefundCompleted': {
      if (!inCurrency(row, event)) return {};
      const { amount } = event.data;
      return { refunding: row.refunding - amount, refunded: row.refunded + amount };
    }
    case 'RefundFailed':
      return inCurrency(row, event) ? { refunding: row.refunding - event.data.amount } : {};
    default:
      return undefined;
  }
};

const inCurrency = (row: OrderBoardRow, { data }: { readonly data: { readonly currency: string } }): boolean =>
  data.currency === row.currency;

const arrived = (row: OrderBoardRow, amount: number): Partial<Money> => {
  if (amount === 0) return {};
  const isWaiting = !hasEnded(row) && (row.moneyStatus === 'NOT_REQUESTED' || row.moneyStatus === 'REQUESTED');
  return { received: row.received + amount, ...(isWaiting ? { moneyStatus: 'PARTIALLY_PAID' as const } : {}) };
};

/** What bounced is owed again, as far as the order had it. */
const taken = (
  row: OrderBoardRow,
  { amount, held }: { readonly amount: number; readonly held: number },
): Partial<Money> => {
  const received = row.received - amount;
  if (held === 0) return { received };
  const owes: readonly MoneyState[] = ['PAID', 'PARTIALLY_PAID'];
  if (hasEnded(row) || !owes.includes(row.moneyStatus)) return { received, bounced: true };
  return { received, bounced: true, moneyStatus: received > row.refunded ? 'PARTIALLY_PAID' : 'REQUESTED' };
};
