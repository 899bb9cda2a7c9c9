import type { ShippingLine } from '@waybill/sales/contract';
import type { DeliveryEvent } from './events.ts';

export type DeliveryStatus = 'SCHEDULED' | 'PICKED' | 'PACKED' | 'DISPATCHED' | 'DELIVERED';

/** One parcel's way; null while it is not scheduled. */
export type Delivery = {
  readonly orderId: string;
  readonly status: DeliveryStatus;
  readonly lines: readonly ShippingLine[];
} | null;

const moved = (delivery: Delivery, status: DeliveryStatus): Delivery => (delivery ? { ...delivery, status } : delivery);

export const evolve = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  switch (event.type) {
    case 'DeliveryScheduled':
      return { orderId: event.data.orderId, status: 'SCHEDULED', lines: event.data.lines };
    case 'DeliveryPicked':
      return moved(delivery, 'PICKED');
    case 'DeliveryPacked':
      return moved(delivery, 'PACKED');
    case 'DeliveryDispatched':
      return moved(delivery, 'DISPATCHED');
    case 'DeliveryConfirmed':
      return moved(delivery, 'DELIVERED');
  }
};
