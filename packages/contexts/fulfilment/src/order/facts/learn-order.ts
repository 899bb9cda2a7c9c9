import { isUnknown } from '@waybill/engine';
import { isHistoric } from '@waybill/sales/contract';
import type { HeardOf } from './heard.ts';
import { learnReleased } from './learn-credit.ts';
import type { Ask, Progress } from './progress.ts';

type OrderEvent = HeardOf<
  | 'OrderPlaced'
  | 'OrderConfirmed'
  | 'OrderHeld'
  | 'OrderReleased'
  | 'CancellationRequested'
  | 'CancellationRejected'
  | 'OrderLinesCancelled'
  | 'OrderCancelled'
  | 'OrderExpired'
>;

const placed = ({ data }: HeardOf<'OrderPlaced'>): Progress['placed'] => {
  const { number, total, currency, goods, terms, shortage, channel, customerId } = data;
  return {
    ...{ number, total, currency, hasGoods: goods.length > 0, goods, terms },
    shortage: isUnknown(shortage) ? 'BACKORDER' : shortage,
    historic: isHistoric(channel),
    customerId,
  };
};

/** What was stopped already has its answer. */
const asked = ({ stops }: Progress, { eventId, data }: HeardOf<'CancellationRequested'>): Ask => {
  const { reason, lines, cancellationId } = data;
  if (isUnknown(cancellationId)) return { id: eventId, reason, lines };
  const stop = stops.find((one) => one.cancellationId === cancellationId);
  const answer = { kind: 'STOPPED', everything: lines === null || stop?.everything === true } as const;
  return { id: eventId, reason, lines, cancellationId, ...(stop ? { answer } : {}) };
};

/** Sales has the outcome of the ask with this id; without one, of those that have their answer. */
const recorded = (asks: readonly Ask[], cancellationId: unknown): readonly Ask[] =>
  asks.map((ask) => {
    const isMeant = typeof cancellationId === 'string' ? ask.cancellationId === cancellationId : ask.answer;
    return isMeant ? { ...ask, recorded: true } : ask;
  });

/** What sales tells. */
export const learnOrder = (progress: Progress, event: OrderEvent): Progress => {
  switch (event.type) {
    case 'OrderPlaced':
      return { ...progress, placed: placed(event) };
    case 'OrderConfirmed':
      return { ...progress, confirmed: true };
    case 'OrderHeld': {
      const { reason, credit } = event.data;
      const hold = { id: event.eventId, reason, ...(credit ? { forCredit: true } : {}) };
      return { ...progress, holds: [...progress.holds, hold] };
    }
    case 'OrderReleased': {
      const released = learnReleased(progress);
      return { ...released, holds: [...released.holds, { id: event.eventId, reason: null }] };
    }
    case 'CancellationRequested':
      return { ...progress, asks: [...progress.asks, asked(progress, event)] };
    case 'CancellationRejected':
    case 'OrderLinesCancelled':
      return { ...progress, asks: recorded(progress.asks, event.data.cancellationId) };
    case 'OrderCancelled':
      return { ...progress, cancelled: true };
    case 'OrderExpired':
      return { ...progress, expired: true };
  }
};
