import { send } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import { billing, payments, sales, shipping } from '../../neighbours.ts';
import {
  isDelivered,
  isGoingOn,
  isInvoiced,
  isOnCredit,
  isOver,
  isSettled,
  isWaitingForCredit,
  owed,
} from '../facts/read.ts';
import { type Rule, when } from './rule.ts';
import { firmAll, isPromised, releaseStock } from './stock.ts';

export const EXPIRY = 'expiry';

export const confirm: Rule = (progress, orderId) =>
  when(isGoingOn(progress) && isPromised(progress), () => ({
    key: 'confirm',
    commands: () => [send(sales.ConfirmOrder, { orderId })],
  }));

/** On credit it is asked for too, so that whatever comes is known to be for this order; it is due by its invoices. */
export const request: Rule = (progress, orderId, { timeToPay }) => {
  const { placed } = progress;
  if (!placed || !progress.confirmed || !isGoingOn(progress)) return [];
  const amount = owed(progress);
  const waits = !isOnCredit(progress) && !placed.historic;
  const { number: orderNumber, currency } = placed;
  return [
    {
      key: 'request',
      commands: () => [send(payments.RequestPayment, { orderId, orderNumber, amount, currency })],
      timers: waits ? [{ set: EXPIRY, after: timeToPay }] : [],
      note: (after) => ({ ...after, money: { ...after.money, asked: amount } }),
    },
  ];
};

/** Paid, or on credit within the customer's limit: it may leave the house. */
export const release: Rule = (progress, orderId) => {
  const onCredit = isOnCredit(progress);
  const { placed, confirmed, paid } = progress;
  if (!placed || !isGoingOn(progress) || !(onCredit ? confirmed && !isWaitingForCredit(progress) : paid)) return [];
  const invoiceId = derivedId('invoice', orderId);
  return [
    {
      key: 'release',
      commands: () => [
        ...firmAll(progress, orderId),
        ...(onCredit && placed.hasGoods ? [] : [send(billing.IssueInvoice, { orderId, invoiceId })]),
        ...(placed.hasGoods
          ? [
              send(shipping.ClearDelivery, { orderId }),
              // The delivery's readable number is drawn by shipping.
              send(shipping.ScheduleDelivery, { orderId, deliveryId: derivedId('delivery', orderId, 1), lines: null }),
            ]
          : []),
      ],
      timers: [{ cancel: EXPIRY }],
    },
  ];
};

/** Pieces that a delivery gave up go into another one. */
export const reschedule: Rule = (progress, orderId) =>
  isOver(progress)
    ? []
    : progress.reopened.map(({ id: eventId }) => ({
        key: `rest ${eventId}`,
        commands: () => [
          send(shipping.ScheduleDelivery, {
            orderId,
            deliveryId: derivedId('delivery', orderId, eventId),
            lines: null,
          }),
        ],
      }));

export const complete: Rule = (progress, orderId) =>
  when(isGoingOn(progress) && isDelivered(progress) && isInvoiced(progress) && isSettled(progress), () => ({
    key: 'complete',
    commands: () => [send(sales.CompleteOrder, { orderId })],
  }));

/** Nobody paid in time. Money that comes from now on waits for a person: it does not bring the order back. */
export const expire: Rule = (progress, orderId) => {
  const { placed, overdue, paid } = progress;
  if (!placed || !overdue || paid || !isGoingOn(progress)) return [];
  const reason = 'It was not paid in time';
  return [
    {
      key: 'expire',
      commands: () => [
        send(sales.ExpireOrder, { orderId }),
        ...releaseStock(progress, orderId, null, reason),
        send(payments.CancelPaymentRequest, { orderId, reason }),
        send(billing.StopBilling, { orderId, reason }),
        send(shipping.StopShipment, { orderId, cancellationId: derivedId('expiry', orderId), lines: null, reason }),
      ],
    },
  ];
};
