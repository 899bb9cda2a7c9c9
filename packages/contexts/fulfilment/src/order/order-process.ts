import { defineProcess, type EventOf, orNull, type Reaction, type Recorded, send } from '@waybill/engine';
import { happened, sales, shipping } from '../neighbours.ts';
import { takeSteps } from './next-steps.ts';
import { ask, cancellationOf, deny, hasTaken, isAsked, type Progress, unknown } from './progress.ts';
import { waits, waitsOf } from './waits.ts';

const events = [
  happened.OrderPlaced,
  happened.OrderConfirmed,
  happened.CancellationRequested,
  happened.OrderCancelled,
  happened.PaymentReceived,
  happened.InvoiceIssued,
  happened.InvoicePaid,
  happened.ShipmentStopped,
  happened.ShipmentStopRefused,
  happened.DeliveryConfirmed,
] as const;
type Heard = Recorded<EventOf<typeof events>>;

/** Invoices and deliveries name their order; all other streams here have the order's id. */
const orderOf = (event: Heard): string => ('orderId' in event.data ? event.data.orderId : event.id);

const learn = (progress: Progress, event: Heard): Progress => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { number, total, currency, goods } = event.data;
      return { ...progress, placed: { number, total, currency, hasGoods: goods.length > 0 } };
    }
    case 'OrderConfirmed':
      return { ...progress, confirmed: true };
    case 'PaymentReceived':
      return { ...progress, paid: true };
    case 'InvoiceIssued': {
      const { total, currency } = event.data;
      return { ...progress, invoice: { invoiceId: event.id, total, currency } };
    }
    case 'InvoicePaid':
      return { ...progress, invoicePaid: true };
    case 'DeliveryConfirmed':
      return { ...progress, delivered: true };
    case 'ShipmentStopped':
      return event.data.complete ? { ...progress, stopped: true } : progress;
    case 'CancellationRequested':
      return ask(progress, {
        id: event.eventId,
        reason: event.data.reason,
        cancellationId: orNull(event.data.cancellationId),
      });
    case 'ShipmentStopRefused':
      // Its command was caused by the question.
      return deny(progress, event.causationId ?? '');
    case 'OrderCancelled':
      return { ...progress, cancelled: true };
  }
};

const paidAlready = {
  code: 'ALREADY_PAID',
  message: 'The order is paid, its invoice and its delivery are under way: let it arrive, then request a return.',
  returnInstead: null,
};
const wholeOnly = {
  code: 'WHOLE_ORDER_ONLY',
  message: 'The warehouse stops whole orders only: cancel the whole order, or let it arrive and request a return.',
  returnInstead: null,
};

/** Why a question is answered with no at once; null where it is one for shipping. */
const whyNot = (before: Progress, { data }: Extract<Heard, { type: 'CancellationRequested' }>) => {
  if (hasTaken(before, 'release')) return paidAlready;
  return data.lines === null ? null : wholeOnly;
};

/** The questions that a cancellation raises: can it still be stopped, and if not, why. */
const answer = (before: Progress, event: Heard, orderId: string) => {
  switch (event.type) {
    case 'CancellationRequested': {
      if (isAsked(before, event.eventId)) return [];
      const cancellationId = orNull(event.data.cancellationId);
      const no = whyNot(before, event);
      return no
        ? [send(sales.RejectCancellation, { orderId, cancellationId, ...no })]
        : [
            send(shipping.StopShipment, {
              orderId,
              cancellationId: event.eventId,
              lines: null,
              reason: event.data.reason,
            }),
          ];
    }
    case 'ShipmentStopRefused': {
      const cancellationId = cancellationOf(before, event.causationId ?? '');
      const { code, message } = event.data;
      return [send(sales.RejectCancellation, { orderId, cancellationId, code, message, returnInstead: null })];
    }
    default:
      return [];
  }
};

/** The order's way: placed → confirmed → payment asked → paid → invoice and delivery → completed, or cancelled before. */
export const orderProcess = defineProcess({
  name: 'fulfilment.order',
  startFrom: 'beginning',
  events,
  instance: orderOf,
  initial: unknown,
  waits,
  waiting: waitsOf,
  react: (before: Progress, event): Reaction<Progress> => {
    const orderId = orderOf(event);
    // A no that is given at once is an answer of its own: the order goes on as if nobody had asked.
    const isDenied =
      event.type === 'CancellationRequested' && !isAsked(before, event.eventId) && whyNot(before, event) !== null;
    const { state, commands } = takeSteps(isDenied ? before : learn(before, event), orderId);
    return { state, commands: [...answer(before, event, orderId), ...commands] };
  },
});
