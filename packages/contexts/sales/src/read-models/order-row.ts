import type { PriceBasis, TaxTotal } from '@waybill/kernel';
import type { Address } from '../address.ts';
import type { Discount } from '../order/discount.ts';
import type { LineQuantity, PricedLine } from '../order/line.ts';
import type { OrderStatus } from '../order/order.ts';
import type { OverCredit } from '../order/over-credit.ts';
import type { PaymentTerms, ShortagePolicy } from '../terms.ts';

/** A line as agreed, and how many pieces of it were cancelled since; `openAmount`: of those that were not. */
export interface OrderLineRow extends PricedLine {
  readonly cancelled: number;
  readonly openAmount: number;
}

/** A wish to cancel the order, or some of its pieces, and what became of it. */
export interface CancellationRow {
  /** Null where it was recorded before cancellations had ids. */
  readonly id: string | null;
  readonly reason: string;
  /** What was asked for; null: everything. */
  readonly lines: readonly LineQuantity[] | null;
  readonly status: 'REQUESTED' | 'RECORDED' | 'REJECTED';
  readonly requestedAt: string;
  readonly answeredAt: string | null;
  /** What could be cancelled; null where it was everything, or nothing. */
  readonly cancelled: readonly LineQuantity[] | null;
  readonly rejected: {
    readonly code: string;
    readonly message: string;
    readonly returnInstead: readonly { readonly deliveryId: string; readonly lines: readonly LineQuantity[] }[] | null;
  } | null;
}

export interface NoteRow {
  readonly id: string;
  /** Null once the person is forgotten. */
  readonly text: string | null;
  readonly at: string;
  readonly by: string;
}

/** A row of sales.orders. Amounts in minor units, instants as ISO texts. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly country: string | null;
  readonly currency: string;
  readonly prices: PriceBasis;
  readonly terms: PaymentTerms;
  /** Null until it is placed, and where it was not recorded. */
  readonly shortage: ShortagePolicy | null;
  readonly channel: string;
  readonly externalId: string | null;
  readonly lines: readonly OrderLineRow[];
  readonly discounts: readonly Discount[];
  /** Of what was not cancelled, as are the totals. */
  readonly taxes: readonly TaxTotal[];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly deliveryAddress: Address | null;
  readonly billingAddress: Address | null;
  /** The last of `cancellations`, as it has been shown from the beginning. */
  readonly cancellation: {
    readonly reason: string;
    readonly requestedAt: string;
    readonly rejected: { readonly code: string; readonly message: string } | null;
  } | null;
  readonly cancellations: readonly CancellationRow[];
  readonly held: {
    readonly reason: string;
    readonly since: string;
    readonly by: string;
    /** It is over what its customer may owe. Null where it is held for another reason, missing in rows of before. */
    readonly credit?: OverCredit | null;
  } | null;
  readonly notes: readonly NoteRow[];
  readonly draftedAt: string | null;
  readonly placedAt: string | null;
  readonly confirmedAt: string | null;
  readonly cancelledAt: string | null;
  readonly expiredAt: string | null;
  readonly completedAt: string | null;
  readonly updatedAt: string;
}
