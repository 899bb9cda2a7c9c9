import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { billed, from, GBP, paid, reason, received, refund, refundRequested } from '../testing/order-payment-story.ts';
import { orderPaymentCommands as commands } from './commands.ts';
import { OrderPayment } from './order-payment.ts';

const orderPayment = specOf(OrderPayment, expect);

describe('what was billed', () => {
  const bill = (documentId: string, amount: number) => ({ orderId: 'o-1', documentId, amount, currency: GBP });
  it('is recorded once per document', () => {
    orderPayment
      .given(...paid)
      .when(commands.RecordBilling, bill('i-1', 1_000))
      .then(billed('i-1', 1_000));
    orderPayment
      .given(...paid, billed('i-1', 1_000))
      .when(commands.RecordBilling, bill('i-1', 1_000))
      .then();
  });
  it('is not free to go back: a person is told to credit first', () => {
    orderPayment
      .given(...paid, billed('i-1', 1_000))
      .when(commands.RefundPayment, refund(1))
      .thenRefused('RefundTooHigh');
    orderPayment
      .given(...paid, billed('i-1', 800))
      .when(commands.RefundPayment, refund(201))
      .thenRefused('RefundTooHigh');
  });
  it('leaves what was credited, or never billed, free to go back', () => {
    orderPayment
      .given(...paid, billed('i-1', 1_000), billed('c-1', -300))
      .when(commands.RefundPayment, refund(300))
      .then(refundRequested('r-1', from('B', 300)));
    orderPayment
      .given(...paid, billed('i-1', 300))
      .when(commands.RefundPayment, refund(700))
      .then(refundRequested('r-1', from('B', 600), from('A', 100)));
  });
  it('is owed again where a person had sent it back just before', () => {
    const sentBack = [...paid, refundRequested('r-1', from('B', 300)), billed('i-1', 1_000)];
    orderPayment
      .given(...sentBack)
      .when(commands.FailRefund, { orderId: 'o-1', refundId: 'r-1', reason })
      .then(
        {
          type: 'RefundFailed',
          data: { refundId: 'r-1', reason, taken: [from('B', 300)], amount: 300, currency: GBP },
        },
        received(1_000, 'p-B'),
      );
  });
});
