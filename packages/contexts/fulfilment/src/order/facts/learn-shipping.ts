import { isUnknown } from '@waybill/engine';
import { add } from './count.ts';
import type { HeardOf } from './heard.ts';
import type { Answer, Ask, Delivery, Progress, Stop } from './progress.ts';

type ShippingEvent = HeardOf<
  | 'ShipmentStopped'
  | 'ShipmentStopRefused'
  | 'DeliveryPicked'
  | 'DeliveryCancelled'
  | 'DeliveryDispatched'
  | 'DeliveryConfirmed'
  | 'DeliverySentBack'
  | 'ReturnRequested'
  | 'ReturnReceived'
>;

const unseen: Delivery = { lines: null, confirmed: false, sentBack: false, returned: {} };
const withDelivery = (progress: Progress, id: string, change: (delivery: Delivery) => Delivery): Progress => ({
  ...progress,
  deliveries: { ...progress.deliveries, [id]: change(progress.deliveries[id] ?? unseen) },
});

/** The ask that was answered: by its id, or else by the event that had caused the question. */
const answered = (
  asks: readonly Ask[],
  event: HeardOf<'ShipmentStopped' | 'ShipmentStopRefused'>,
  answer: (ask: Ask) => Answer,
): readonly Ask[] =>
  asks.map((ask) => {
    const isMeant = ask.cancellationId === event.data.cancellationId || ask.id === event.causationId;
    return isMeant && !ask.answer ? { ...ask, answer: answer(ask) } : ask;
  });

const reopened = (progress: Progress, id: string, split: boolean): Progress => ({
  ...progress,
  reopened: [...progress.reopened, { id, split }],
});

/** Nobody asked in sales: a person stopped it where it lies. */
const stoppedByHand = ({ actor, data }: HeardOf<'ShipmentStopped'>): readonly Stop[] => {
  const { cancellationId, lines, reason, complete } = data;
  if (actor.kind === 'process' || isUnknown(cancellationId) || isUnknown(lines)) return [];
  return [{ cancellationId, reason, lines, everything: complete }];
};

/** What shipping tells. */
export const learnShipping = (progress: Progress, event: ShippingEvent): Progress => {
  switch (event.type) {
    case 'ShipmentStopped': {
      const { complete } = event.data;
      const isAll = ({ lines = null }: Ask) => lines === null || (complete && progress.placed?.hasGoods !== false);
      const asks = answered(progress.asks, event, (ask) => ({ kind: 'STOPPED', everything: isAll(ask) }));
      const stopped = progress.stopped || (complete && progress.placed?.hasGoods !== false);
      return { ...progress, asks, stopped, stops: [...progress.stops, ...stoppedByHand(event)] };
    }
    case 'ShipmentStopRefused': {
      const { code, message, returnable } = event.data;
      const returnInstead = isUnknown(returnable) || returnable.length === 0 ? null : returnable;
      return {
        ...progress,
        asks: answered(progress.asks, event, () => ({ kind: 'DENIED', code, message, returnInstead })),
      };
    }
    case 'DeliveryPicked':
      return event.data.missing.length > 0 ? reopened(progress, event.eventId, true) : progress;
    case 'DeliveryCancelled':
      return event.data.cancellationId === null ? reopened(progress, event.eventId, false) : progress;
    case 'DeliveryDispatched': {
      const { lines } = event.data;
      return withDelivery(progress, event.id, (delivery) => ({ ...delivery, lines: isUnknown(lines) ? null : lines }));
    }
    case 'DeliveryConfirmed':
      return withDelivery(progress, event.id, (delivery) => ({ ...delivery, confirmed: true }));
    case 'DeliverySentBack':
      return withDelivery(progress, event.id, (delivery) => ({ ...delivery, sentBack: true }));
    case 'ReturnRequested': {
      const { returnId, lines } = event.data;
      return { ...progress, returning: { ...progress.returning, [returnId]: { deliveryId: event.id, lines } } };
    }
    case 'ReturnReceived': {
      const { returnId, lines } = event.data;
      const returns = [...progress.returns, { returnId, deliveryId: event.id, lines }];
      const { [returnId]: _, ...returning } = progress.returning;
      return withDelivery({ ...progress, returns, returning }, event.id, (delivery) => ({
        ...delivery,
        returned: add(delivery.returned, lines),
      }));
    }
  }
};
