import { learnTakeBack } from '../take-back/learn-take-back.ts';
import type { Heard } from './heard.ts';
import { learnBilling } from './learn-billing.ts';
import { learnCredit } from './learn-credit.ts';
import { learnMoney } from './learn-money.ts';
import { learnOrder } from './learn-order.ts';
import { learnShipping } from './learn-shipping.ts';
import { learnStock } from './learn-stock.ts';
import type { Progress } from './progress.ts';

const learned = (progress: Progress, event: Heard): Progress => {
  switch (event.type) {
    case 'OrderPlaced':
    case 'OrderConfirmed':
    case 'OrderHeld':
    case 'OrderReleased':
    case 'CancellationRequested':
    case 'CancellationRejected':
    case 'OrderLinesCancelled':
    case 'OrderCancelled':
    case 'OrderExpired':
      return learnOrder(progress, event);
    case 'CreditReserved':
    case 'CreditRefused':
      return learnCredit(progress, event);
    case 'StockReserved':
    case 'StockReservationRejected':
    case 'ReservationExpired':
      return learnStock(progress, event);
    case 'IncomingPaymentRecorded':
    case 'MatchedPaymentAdded':
    case 'PaymentReceived':
    case 'PaymentRequestAmended':
    case 'PaymentRequestCancelled':
    case 'PaymentUnallocated':
    case 'PaymentFailed':
    case 'RefundRequested':
    case 'RefundCompleted':
    case 'RefundFailed':
    case 'RefundNotNeeded':
      return learnMoney(progress, event);
    case 'BillingReduced':
    case 'BillingStopRefused':
    case 'InvoiceIssued':
    case 'InvoicePaid':
    case 'AllocationReversed':
    case 'InvoiceSettled':
    case 'InvoiceWrittenOff':
      return learnBilling(progress, event);
    case 'CreditNoteIssued':
      return learnTakeBack(learnBilling(progress, event), event);
    case 'CreditNoteNotNeeded':
    case 'CancellationMatched':
      return learnTakeBack(progress, event);
    case 'ShipmentStopped':
    case 'ShipmentStopRefused':
    case 'DeliveryPicked':
    case 'DeliveryCancelled':
    case 'DeliveryDispatched':
    case 'DeliveryConfirmed':
    case 'DeliverySentBack':
    case 'ReturnRequested':
    case 'ReturnReceived':
      return learnShipping(progress, event);
  }
};

/** Takes a fact in, once: the events of a stream come in their order. */
export const learn = (progress: Progress, event: Heard): Progress => {
  const { streamId, version } = event;
  if ((progress.heard[streamId] ?? 0) >= version) return progress;
  return learned({ ...progress, heard: { ...progress.heard, [streamId]: version } }, event);
};
