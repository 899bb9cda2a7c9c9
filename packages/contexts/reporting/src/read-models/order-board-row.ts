import type { PriceBasis } from '@waybill/kernel';
import type { Discount } from '@waybill/sales/contract';

export type OrderState =
  | 'DRAFT'
  | 'PLACED'
  | 'CONFIRMED'
  | 'HELD'
  | 'COMPLETED'
  | 'CANCELLING'
  | 'CANCELLED'
  | 'EXPIRED';

export type MoneyState = 'NOT_REQUESTED' | 'REQUESTED' | 'PARTIALLY_PAID' | 'PAID' | 'CANCELLED';

/** Pieces that left and came back, and the returns that are awaited. */
export interface Returns {
  /** Null where a dispatch of long ago did not record how many. */
  readonly shipped: number | null;
  readonly returned: number;
  readonly open: readonly string[];
}

/** A row of reporting.order_board: what became of one order everywhere. Amounts in minor units, instants as ISO texts. */
export interface OrderBoardRow {
  readonly id: string;
  readonly number: string;
  /** Of the order's own stream. */
  readonly version: number;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly country: string | null;
  readonly currency: string;
  /** Of its lines; `net`, `tax` and `total` are what they are. */
  readonly prices: PriceBasis;
  readonly channel: string;
  readonly externalId: string | null;
  readonly draftedAt: string | null;
  readonly placedAt: string | null;
  readonly confirmedAt: string | null;
  /** `placedAt`, or `draftedAt` while it is a draft. */
  readonly listedAt: string;
  readonly lineCount: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly orderStatus: OrderState;
  /** Nothing of it is packed until it is released. */
  readonly held: boolean;
  /** The cancellation of everything that waits for its answer: its id, '' where it has none; null where nobody asked. */
  readonly cancelling: string | null;
  /** What was cancelled of it since it was placed, with tax: `net`, `tax` and `total` are what is left. */
  readonly cancelledTotal: number;
  readonly paymentStatus: MoneyState | 'REFUNDING' | 'REFUNDED' | 'FAILED';
  /** How far what was asked for is here, whatever went back. */
  readonly moneyStatus: MoneyState;
  /** All money that arrived for it in its currency, without what bounced. */
  readonly received: number;
  /** What is on its way back, and what went back. */
  readonly refunding: number;
  readonly refunded: number;
  /** A payment bounced. */
  readonly bounced: boolean;
  readonly invoiceStatus: 'NONE' | 'ISSUED' | 'OVERDUE' | 'PAID' | 'PART_CREDITED' | 'CREDITED' | 'WRITTEN_OFF';
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  /** Invoices that were issued for it, and their sum with tax. */
  readonly invoices: number;
  readonly invoiced: number;
  /** With tax, of all credit notes for its invoices. */
  readonly credited: number;
  readonly deliveryStatus:
    | 'NONE'
    | 'SCHEDULED'
    | 'PICKED'
    | 'PACKED'
    | 'DISPATCHED'
    | 'DELIVERED'
    | 'FAILED'
    | 'STOPPED';
  readonly returnStatus: 'NONE' | 'REQUESTED' | 'PART_RETURNED' | 'RETURNED';
  readonly returns: Returns;
  readonly deliveryId: string | null;
  readonly deliveryNumber: string | null;
  /** What the totals of a draft are made of; null once it is placed. */
  readonly draftLines: readonly DraftLine[] | null;
  readonly draftDiscounts: readonly Discount[] | null;
  /** Lower case. */
  readonly search: string;
  readonly lastEvent: { readonly type: string; readonly at: string; readonly actorName: string };
  readonly updatedAt: string;
}

export interface DraftLine {
  readonly lineId: string;
  readonly sku: string;
  readonly amount: number;
  readonly taxCode: string;
  readonly taxRate: string;
}
