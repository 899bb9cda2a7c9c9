import type { Address, ShippingLine } from '@waybill/sales/contract';
import type { DeliveryStatus } from '../delivery/delivery.ts';

/** Goods of a line on their way back; what becomes of them is known once they are here. */
export interface ReturnedGoods {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly disposition: 'RESTOCK' | 'SCRAP' | null;
}

/** A return of a delivery: asked for, or here. Instants as ISO texts. */
export interface DeliveryReturn {
  readonly id: string;
  /** Null where it came unannounced. */
  readonly reason: string | null;
  readonly requestedAt: string | null;
  readonly receivedAt: string | null;
  /** What was asked for, until it is here; then what came. */
  readonly lines: readonly ReturnedGoods[];
}

/** A row of shipping.deliveries. Instants as ISO texts. */
export interface DeliveryRow {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly deliveryAddress: Address | null;
  readonly lines: readonly ShippingLine[];
  readonly pieces: number;
  /** Null where a line's weight is not known, or cannot be true. */
  readonly weightGrams: number | null;
  readonly status: DeliveryStatus;
  readonly version: number;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly scheduledAt: string;
  readonly pickedAt: string | null;
  readonly packedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly deliveredAt: string | null;
  /** Null where there are none. */
  readonly returns: readonly DeliveryReturn[] | null;
  readonly packedOverride: string | null;
  readonly failedAt: string | null;
  readonly failure: string | null;
  readonly cancelledAt: string | null;
  readonly cancellation: string | null;
  readonly search: string;
}
