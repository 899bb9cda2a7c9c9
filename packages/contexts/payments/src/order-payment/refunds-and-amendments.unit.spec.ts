import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  amend,
  amended,
  arrived,
  bounced,
  cancelled,
  from,
  GBP,
  paid,
  reason,
  received,
  refund,
  refundRequested,
  requested,
  waits,
} from '../testing/order-payment-story.ts';
import { orderPaymentCommands as commands } from './commands.ts';
import type { OrderPaymentEvent, Taken } from './events.ts';
import { OrderPayment } from './order-payment.ts';

const orderPayment = specOf(OrderPayment, expect);
const process = { actor: { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } } as const;

describe('a refund', () => {
  it('goes back to where the newest money came from', () => {
    orderPayment
      .given(...paid)
      .when(commands.RefundPayment, refund(700))
      .then(refundRequested('r-1', from('B', 600), from('A', 100)));
  });

  it('is asked for once', () => {
    orderPayment
      .given(...paid, refundRequested('r-1', from('B', 300)))
      .when(commands.RefundPayment, refund(300))
      .thenNothing();
  });

  it('is never more than is there: a person is refused, a process gets the rest, or hears that there is none', () => {
    const partly = orderPayment.given(...paid, refundRequested('r-1', from('B', 600), from('A', 300)));
    partly
      .when(commands.RefundPayment, refund(101, 'r-2'))
      .thenRefused('RefundTooHigh', { refundable: 100, currency: GBP });
    orderPayment
      .given(...paid, amended('m-1', 900), waits('B', 'TOO_MUCH', 100))
      .when(commands.RefundPayment, refund(101, 'r-2'), process)
      .then(refundRequested('r-2', from('B', 100, 'TOO_MUCH')));
    orderPayment
      .given(requested)
      .when(commands.RefundPayment, refund(101), process)
      .then({ type: 'RefundNotNeeded', data: { refundId: 'r-1', reason } });
  });

  const byHand = (...taken: Taken[]): OrderPaymentEvent => {
    const event = refundRequested('by-hand', ...taken);
    return event.type === 'RefundRequested' ? { ...event, data: { ...event.data, paymentId: 'p-C' } } : event;
  };

  it('by a process never takes what the order needs, though a person sent back first what it was to send', () => {
    const freed = [...paid, amended('m-1', 700), waits('B', 'TOO_MUCH', 300)];
    orderPayment
      .given(...freed, byHand(from('B', 300, 'TOO_MUCH')))
      .when(commands.RefundPayment, refund(300), process)
      .then({ type: 'RefundNotNeeded', data: { refundId: 'r-1', reason } });
    // What one payment brought by mistake went back: what was set free is still there.
    orderPayment
      .given(...freed, arrived('C', 500), waits('C', 'TOO_MUCH', 500), byHand(from('C', 500, 'TOO_MUCH')))
      .when(commands.RefundPayment, refund(300), process)
      .then(refundRequested('r-1', from('B', 300, 'TOO_MUCH')));
  });

  it.each([0, -1, 1.5])('of %s is no refund', (amount) => {
    orderPayment
      .given(...paid)
      .when(commands.RefundPayment, refund(amount))
      .thenRefused('AmountNotAllowed', { amount });
  });

  it('of a cancelled order takes what waits for a person, so that nobody sees to it twice', () => {
    orderPayment
      .given(...paid, cancelled, waits('A', 'ORDER_CANCELLED', 400), waits('B', 'ORDER_CANCELLED', 600))
      .when(commands.RefundPayment, refund(1_000))
      .then(refundRequested('r-1', from('A', 400, 'ORDER_CANCELLED'), from('B', 600, 'ORDER_CANCELLED')));
  });

  it('takes what an amendment set free, and leaves what the payer sent by mistake to a person', () => {
    orderPayment
      .given(...paid, amended('m-1', 700), waits('B', 'TOO_MUCH', 300))
      .when(commands.RefundPayment, refund(300))
      .then(refundRequested('r-1', from('B', 300, 'TOO_MUCH')));
    orderPayment
      .given(...paid, arrived('C', 50), waits('C', 'TOO_MUCH', 50))
      .when(commands.RefundPayment, refund(300))
      .then(refundRequested('r-1', from('B', 300)));
  });

  const underWay = [...paid, refundRequested('r-1', from('B', 300))];
  it('is completed once, or fails and leaves the money where it was', () => {
    const done: OrderPaymentEvent = { type: 'RefundCompleted', data: { refundId: 'r-1', amount: 300, currency: GBP } };
    const failed: OrderPaymentEvent = {
      type: 'RefundFailed',
      data: { refundId: 'r-1', reason: 'no such account', taken: [from('B', 300)], amount: 300, currency: GBP },
    };
    const complete = { orderId: 'o-1', refundId: 'r-1' };
    const fail = { ...complete, reason: 'no such account' };
    orderPayment
      .given(...underWay)
      .when(commands.CompleteRefund, complete)
      .then(done);
    orderPayment
      .given(...underWay, done)
      .when(commands.CompleteRefund, complete)
      .thenNothing();
    orderPayment
      .given(...underWay, done)
      .when(commands.FailRefund, fail)
      .thenRefused('RefundSettledBefore');
    orderPayment
      .given(...underWay)
      .when(commands.FailRefund, fail)
      .then(failed);
    orderPayment
      .given(...underWay, failed)
      .when(commands.FailRefund, fail)
      .thenNothing();
    orderPayment
      .given(...underWay, failed)
      .when(commands.CompleteRefund, complete)
      .thenRefused('RefundSettledBefore');
    orderPayment
      .given(...paid)
      .when(commands.CompleteRefund, complete)
      .thenRefused('RefundUnknown');
    expect(orderPayment.given(...underWay, failed).state).toMatchObject({ status: 'PAID', claim: 1_000 });
  });

  it('that fails after the order was cancelled waits for a person', () => {
    orderPayment
      .given(...underWay, cancelled, waits('A', 'ORDER_CANCELLED', 400), waits('B', 'ORDER_CANCELLED', 300))
      .when(commands.FailRefund, { orderId: 'o-1', refundId: 'r-1', reason })
      .then(
        {
          type: 'RefundFailed',
          data: { refundId: 'r-1', reason, taken: [from('B', 300)], amount: 300, currency: GBP },
        },
        waits('B', 'ORDER_CANCELLED', 300),
      );
  });
});

describe('another total', () => {
  it('is asked for, once per amendment', () => {
    orderPayment.given(requested).when(commands.AmendPaymentRequest, amend(700)).then(amended('m-1', 700));
    orderPayment.given(requested, amended('m-1', 700)).when(commands.AmendPaymentRequest, amend(700)).thenNothing();
    orderPayment.given(requested, cancelled).when(commands.AmendPaymentRequest, amend(700)).thenNothing();
  });

  it('may be complete with what is here', () => {
    orderPayment
      .given(requested, arrived('A', 700))
      .when(commands.AmendPaymentRequest, amend(700))
      .then(amended('m-1', 700), received(700, 'p-A'));
  });

  it('sets free what is too much, of the newest money first', () => {
    orderPayment
      .given(...paid)
      .when(commands.AmendPaymentRequest, amend(300))
      .then(amended('m-1', 300), waits('B', 'TOO_MUCH', 600), waits('A', 'TOO_MUCH', 100));
  });

  it('that is higher opens the order again', () => {
    expect(orderPayment.given(...paid, amended('m-1', 1_100)).state).toMatchObject({
      status: 'REQUESTED',
      claim: 1_100,
    });
  });

  it('from before the request is the one that is asked for', () => {
    orderPayment
      .given({ type: 'PaymentRequestAmended', data: { amendmentId: 'm-1', reason, amount: 700, currency: '' } })
      .when(commands.RequestPayment, { orderId: 'o-1', orderNumber: 'ORD-1', amount: 1_000, currency: GBP })
      .then({ type: 'PaymentRequested', data: { orderNumber: 'ORD-1', amount: 700, currency: GBP } });
  });

  it.each([-1, 1.5])('of %s is refused', (amount) => {
    orderPayment
      .given(requested)
      .when(commands.AmendPaymentRequest, amend(amount))
      .thenRefused('AmountNotAllowed', { amount });
  });
});

describe('a payment that bounced', () => {
  it('opens the order again, for as much as it was good for', () => {
    expect(orderPayment.given(...paid, bounced('B', 600)).state).toMatchObject({ status: 'REQUESTED', claim: 1_000 });
  });

  it('cannot be refunded', () => {
    orderPayment
      .given(...paid, bounced('B', 600))
      .when(commands.RefundPayment, refund(401))
      .thenRefused('RefundTooHigh', { refundable: 400, currency: GBP });
  });
});
