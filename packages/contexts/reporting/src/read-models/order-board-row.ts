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
  readonly paymentStatus: 'NOT_REQUESTED' | 'REQUESTED' | 'PARTIALLY_PAID' | 'PAID' | 'CANCELLED';
  /** All money that arrived for it in its currency. */
  readonly received: number;
  readonly invoiceStatus: 'NONE' | 'ISSUED' | 'PAID';
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  /** Invoices that were issued for it, and their sum with tax. */
  readonly invoices: number;
  readonly invoiced: number;
  readonly deliveryStatus: 'NONE' | 'SCHEDULED' | 'PICKED' | 'PACKED' | 'DISPATCHED' | 'DELIVERED' | 'STOPPED';
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
