import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { orderPaymentCommands as commands } from './commands.ts';
import type { OrderPaymentEvent } from './events.ts';
import { OrderPayment } from './order-payment.ts';
import { receivePayment } from './receive-payment.ts';

const orderPayment = specOf(OrderPayment, expect);
const GBP = 'GBP';
const request = { orderId: 'o-1', orderNumber: 'ORD-2026-000001', amount: 1_000, currency: GBP };
const requested: OrderPaymentEvent = {
  type: 'PaymentRequested',
  data: { orderNumber: 'ORD-2026-000001', amount: 1_000, currency: GBP },
};
const receivedBy = (reference: string): OrderPaymentEvent => ({
  type: 'PaymentReceived',
  data: { amount: 1_000, currency: GBP, completedBy: `p-${reference}` },
});
const received = receivedBy('A');
const cancelled: OrderPaymentEvent = { type: 'PaymentRequestCancelled', data: { reason: 'changed their mind' } };
const payment = (reference: string, amount: number, currency = GBP) => ({
  paymentId: `p-${reference}`,
  channel: 'bank',
  reference,
  method: 'BANK_TRANSFER',
  amount,
  currency,
});
const arrived = (...args: Parameters<typeof payment>): OrderPaymentEvent => ({
  type: 'IncomingPaymentRecorded',
  data: payment(...args),
});
const waits = (
  reference: string,
  reason: 'TOO_MUCH' | 'ORDER_CANCELLED' | 'OTHER_CURRENCY',
  amount: number,
  currency = GBP,
  orderReference: string | null = null,
): OrderPaymentEvent => ({
  type: 'PaymentUnallocated',
  data: { paymentId: `p-${reference}`, channel: 'bank', reference, reason, orderReference, amount, currency },
});
const tooMuch = (reference: string, amount: number): OrderPaymentEvent => ({
  type: 'OverpaymentDetected',
  data: { paymentId: `p-${reference}`, amount, currency: GBP },
});

describe('asking for a payment', () => {
  it('is recorded once', () => {
    orderPayment.given().when(commands.RequestPayment, request).then(requested);
    orderPayment.given(requested).when(commands.RequestPayment, request).thenNothing();
    orderPayment.given(requested, received).when(commands.RequestPayment, request).thenNothing();
  });

  it('of nothing is paid at once', () => {
    const nothingDue = { type: 'PaymentReceived', data: { amount: 0, currency: GBP, completedBy: null } } as const;
    orderPayment
      .given()
      .when(commands.RequestPayment, { ...request, amount: 0 })
      .then(
        { type: 'PaymentRequested', data: { orderNumber: 'ORD-2026-000001', amount: 0, currency: GBP } },
        nothingDue,
      );
  });

  it('counts the money that came before it', () => {
    orderPayment.given(arrived('A', 400)).when(commands.RequestPayment, request).then(requested);
    orderPayment
      .given(arrived('A', 400), arrived('B', 600))
      .when(commands.RequestPayment, request)
      .then(requested, receivedBy('B'));
  });

  it('keeps apart what came before it and does not fit', () => {
    orderPayment
      .given(arrived('A', 400), arrived('B', 50, 'EUR'), arrived('C', 700))
      .when(commands.RequestPayment, request)
      .then(
        requested,
        receivedBy('C'),
        waits('B', 'OTHER_CURRENCY', 50, 'EUR'),
        tooMuch('C', 100),
        waits('C', 'TOO_MUCH', 100),
      );
  });

  it('after it was cancelled is not asked', () => {
    orderPayment.given(cancelled).when(commands.RequestPayment, request).thenNothing();
  });

  it.each([-1, 1.5, 2 ** 53])('of %s is refused', (amount) => {
    orderPayment
      .given()
      .when(commands.RequestPayment, { ...request, amount })
      .thenRefused('AmountNotAllowed', { amount });
  });
});

describe('taking the request back', () => {
  const cancel = { orderId: 'o-1', reason: 'changed their mind' };

  it('is recorded once, asked for or not', () => {
    orderPayment.given(requested).when(commands.CancelPaymentRequest, cancel).then(cancelled);
    orderPayment.given().when(commands.CancelPaymentRequest, cancel).then(cancelled);
    orderPayment.given(requested, cancelled).when(commands.CancelPaymentRequest, cancel).thenNothing();
  });

  it('lets every payment that came wait for a person, with what was not waiting yet', () => {
    orderPayment
      .given(requested, arrived('A', 400), arrived('B', 700), received, tooMuch('B', 100), waits('B', 'TOO_MUCH', 100))
      .when(commands.CancelPaymentRequest, cancel)
      .then(cancelled, waits('A', 'ORDER_CANCELLED', 400), waits('B', 'ORDER_CANCELLED', 600));
  });

  it('does not count money twice that waits in full already', () => {
    orderPayment
      .given(
        requested,
        arrived('A', 1_000),
        received,
        arrived('B', 1_000),
        tooMuch('B', 1_000),
        waits('B', 'TOO_MUCH', 1_000),
      )
      .when(commands.CancelPaymentRequest, cancel)
      .then(cancelled, waits('A', 'ORDER_CANCELLED', 1_000));
  });
});

describe('money that arrives for an order', () => {
  const after = (...history: OrderPaymentEvent[]) => orderPayment.given(...history).state;
  const arrives = (history: OrderPaymentEvent[], ...args: Parameters<typeof payment>) =>
    receivePayment({ ...payment(...args), orderReference: null }, after(...history));

  it('before anything was asked is recorded', () => {
    expect(arrives([], 'A', 5)).toEqual([arrived('A', 5)]);
  });

  it('too little is a part', () => {
    expect(arrives([requested], 'A', 999)).toEqual([arrived('A', 999)]);
  });

  it('in full is received', () => {
    expect(arrives([requested], 'A', 1_000)).toEqual([arrived('A', 1_000), received]);
    expect(arrives([requested, arrived('A', 300)], 'B', 700)).toEqual([arrived('B', 700), receivedBy('B')]);
  });

  it('too much is received, and the rest waits', () => {
    expect(arrives([requested], 'A', 1_200)).toEqual([
      arrived('A', 1_200),
      received,
      tooMuch('A', 200),
      waits('A', 'TOO_MUCH', 200),
    ]);
  });

  it('twice waits in full', () => {
    expect(arrives([requested, arrived('A', 1_000), received], 'B', 1_000)).toEqual([
      arrived('B', 1_000),
      tooMuch('B', 1_000),
      waits('B', 'TOO_MUCH', 1_000),
    ]);
  });

  it('in another currency waits, and is never converted', () => {
    expect(arrives([requested], 'A', 1_000, 'EUR')).toEqual([
      arrived('A', 1_000, 'EUR'),
      waits('A', 'OTHER_CURRENCY', 1_000, 'EUR'),
    ]);
  });

  it('too late waits', () => {
    expect(arrives([requested, cancelled], 'A', 1_000)).toEqual([
      arrived('A', 1_000),
      waits('A', 'ORDER_CANCELLED', 1_000),
    ]);
  });
});
