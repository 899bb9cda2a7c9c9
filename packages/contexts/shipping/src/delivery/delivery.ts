import type { ShippingLine } from '@waybill/sales/contract';
import { type Count, countOf, linesOf, minus, type Pieces, totalOf, withPieces } from '../pieces.ts';
import type { DeliveryEvent } from './events.ts';

export const DELIVERY_STATES = [
  'SCHEDULED',
  'PICKED',
  'PACKED',
  'DISPATCHED',
  'DELIVERED',
  'FAILED',
  'RETURNING',
  'RETURNED',
  'CANCELLED',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATES)[number];

/** Goods on their way back: asked for, or here. */
export interface GoodsReturn {
  readonly lines: readonly Pieces[];
  readonly received: boolean;
}

export interface ScheduledDelivery {
  readonly orderId: string;
  readonly status: DeliveryStatus;
  /** What is in it: less than was scheduled, where not all was found or wanted. Of a cancelled one, what it had. */
  readonly lines: readonly ShippingLine[];
  readonly returns: ReadonlyMap<string, GoodsReturn>;
  /** The last one that happened, not the last one that arrived. */
  readonly lastScan: CarrierScan | null;
}

/** One delivery's way; null while it is not scheduled. */
export type Delivery = ScheduledDelivery | null;

/** What a carrier saw of a parcel; the instant as ISO text. */
export interface CarrierScan {
  readonly place: string;
  readonly status: string;
  readonly at: string;
}

const LEFT: readonly DeliveryStatus[] = ['DISPATCHED', 'DELIVERED', 'FAILED', 'RETURNING', 'RETURNED'];
/** It has left the house, wherever it is now. */
export const hasLeft = (status: DeliveryStatus): boolean => LEFT.includes(status);

/** What left with it, and was neither asked back nor came back. */
export const returnableOf = ({
  status,
  lines,
  returns,
}: Pick<ScheduledDelivery, 'status' | 'lines' | 'returns'>): Count =>
  [...returns.values()].reduce((left, back) => minus(left, back.lines), hasLeft(status) ? countOf(lines) : new Map());

/** What left with it and has not come back. */
const outOf = ({ lines, returns }: ScheduledDelivery): Count =>
  [...returns.values()].reduce((out, back) => (back.received ? minus(out, back.lines) : out), countOf(lines));

const without = (delivery: ScheduledDelivery, lines: readonly Pieces[]): readonly ShippingLine[] =>
  withPieces(delivery.lines, minus(countOf(delivery.lines), lines));

const withReturn = (delivery: ScheduledDelivery, returnId: string, back: GoodsReturn): ScheduledDelivery => ({
  ...delivery,
  returns: new Map([...delivery.returns, [returnId, back]]),
});

export const evolve = (delivery: Delivery, event: DeliveryEvent): Delivery => {
  if (event.type === 'DeliveryScheduled') {
    const { orderId, lines } = event.data;
    return { orderId, status: 'SCHEDULED', lines, returns: new Map(), lastScan: null };
  }
  return delivery && moved(delivery, event);
};

const moved = (
  delivery: ScheduledDelivery,
  event: Exclude<DeliveryEvent, { readonly type: 'DeliveryScheduled' }>,
): ScheduledDelivery => {
  switch (event.type) {
    case 'DeliveryRedirected':
      return delivery;
    case 'DeliveryPicked':
      return { ...delivery, status: 'PICKED', lines: without(delivery, event.data.missing) };
    case 'DeliveryShortened': {
      const status = delivery.status === 'PACKED' ? 'PICKED' : delivery.status;
      return { ...delivery, status, lines: without(delivery, event.data.lines) };
    }
    case 'DeliveryPacked':
      return { ...delivery, status: 'PACKED' };
    case 'DeliveryDispatched':
    case 'DeliveryRetried':
      return { ...delivery, status: 'DISPATCHED' };
    case 'CarrierScanRecorded': {
      const { place, status } = event.data;
      // Folded in the order of occurrence: this one is later than those before it.
      return { ...delivery, lastScan: { place, status, at: event.occurredAt?.toISOString() ?? '' } };
    }
    case 'DeliveryConfirmed':
      return { ...delivery, status: 'DELIVERED' };
    case 'DeliveryFailed':
      return { ...delivery, status: 'FAILED' };
    case 'DeliverySentBack':
      return { ...delivery, status: 'RETURNING' };
    case 'DeliveryCancelled':
      return { ...delivery, status: 'CANCELLED' };
    case 'ReturnRequested':
      return withReturn(delivery, event.data.returnId, { lines: event.data.lines, received: false });
    case 'ReturnReceived': {
      const { returnId, lines } = event.data;
      const after = withReturn(delivery, returnId, { lines: linesOf(countOf(lines)), received: true });
      return totalOf(outOf(after)) === 0 ? { ...after, status: 'RETURNED' } : after;
    }
  }
};
