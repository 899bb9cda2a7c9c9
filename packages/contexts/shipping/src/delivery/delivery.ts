import type { ShippingLine } from '@waybill/sales/contract';
import type { DeliveryEvent } from './events.ts';

export type DeliveryStatus = 'SCHEDULED' | 'PICKED' | 'PACKED' | 'DISPATCHED' | 'DELIVERED';

/** One parcel's way; null while it is not scheduled. */
export type Delivery = {
  readonly orderId: string;
  readonly status: DeliveryStatus;
  readonly lines: readonly ShippingLine[];
  /** The last one that happened, not the last one that arrived. */
  readonly lastScan: CarrierScan | null;
} | null;

/** What a carrier saw of a parcel; the instant as ISO text. */
export interface CarrierScan {
  readonly place: string;
  readonly status: string;
  readonly at: string;
}

const moved = (delivery: Delivery, status: DeliveryStatus): Delivery => (delivery ? { ...delivery, status } : delivery);

export const evolve = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  switch (event.type) {
    case 'DeliveryScheduled':
      return { orderId: event.data.orderId, status: 'SCHEDULED', lines: event.data.lines, lastScan: null };
    case 'DeliveryPicked':
      return moved(delivery, 'PICKED');
    case 'DeliveryPacked':
      return moved(delivery, 'PACKED');
    case 'DeliveryDispatched':
      return moved(delivery, 'DISPATCHED');
    case 'CarrierScanRecorded': {
      const { place, status } = event.data;
      // Folded in the order of occurrence: this one is later than those before it.
      return delivery && { ...delivery, lastScan: { place, status, at: event.occurredAt?.toISOString() ?? '' } };
    }
    case 'DeliveryConfirmed':
      return moved(delivery, 'DELIVERED');
  }
};
