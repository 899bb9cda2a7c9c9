import type { Refund } from '../holdings/holdings.ts';
import type { PaymentShare } from '../holdings/share.ts';
import type { OrderPaymentState } from '../order-payment/state.ts';
import type { PaymentStatus } from '../order-payment/status.ts';

/** A payment as the order's page shows it. Amounts in minor units, instants as ISO texts. */
export interface OrderPaymentEntry extends PaymentShare {
  /** It came here by a match, and not from the payer. */
  readonly isMatched: boolean;
  /** Counted twice in `amount`: what waited here and was matched to this order again. */
  readonly rematched: number;
  /** Why it bounced. */
  readonly failure: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

export interface RefundEntry extends Refund {
  readonly reason: string;
  /** Why it did not go out. */
  readonly failure: string | null;
  readonly requestedAt: string;
  readonly settledAt: string | null;
}

/** A row of payments.order_payments. */
export interface OrderPaymentRow {
  readonly orderId: string;
  readonly orderNumber: string | null;
  readonly status: PaymentStatus;
  readonly version: number;
  /** Null until it is requested. */
  readonly requested: number | null;
  /** Of the request; until then, of the first payment. */
  readonly currency: string;
  /** What was put to the request, whether it went back since or not. */
  readonly received: number;
  /** What the order still lacks. */
  readonly open: number;
  /** What waits for a person, in `currency`. */
  readonly waiting: number;
  /** Refunds in `currency` that went out, and that are under way. */
  readonly refunded: number;
  readonly refunding: number;
  /** What can go back. */
  readonly refundable: number;
  readonly payments: readonly OrderPaymentEntry[];
  readonly refunds: readonly RefundEntry[];
  /** What the next event is folded on, besides the payments and refunds. */
  readonly ledger: Omit<OrderPaymentState, 'payments' | 'refunds'>;
  readonly updatedAt: string;
}
