import { context } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { OrderPayment } from '../order-payment/order-payment.ts';
import type { OrderPaymentState } from '../order-payment/state.ts';
import { PaymentReference } from './payment-reference.ts';
import { recordIncomingPayment } from './record-incoming-payment.ts';

const payment = {
  paymentId: 'p-1',
  orderId: 'o-1',
  orderReference: 'ORD-2026-000001',
  channel: 'bank',
  reference: 'TRX-1',
  method: 'BANK_TRANSFER',
  amount: 1_000,
  currency: 'GBP',
};
const { paymentId, channel, reference, method, amount, currency } = payment;
const taken = { type: 'PaymentReferenceTaken', data: { channel, reference, method, amount, currency, orderId: 'o-1' } };
const asked: OrderPaymentState = OrderPayment.evolve(OrderPayment.initial, {
  type: 'PaymentRequested',
  data: { orderNumber: 'ORD-2026-000001', amount: 1_000, currency },
});
const decide = (data: object, self: unknown, order?: OrderPaymentState) =>
  recordIncomingPayment.decide(data, { self, order }, context);
const known = { channel, reference, method, amount, currency, holders: ['o-1'], payments: [], refunds: [] };

describe('recording money that arrived', () => {
  it('takes the reference and tells the order', () => {
    expect(decide(payment, null, asked)).toEqual({
      kind: 'accepted',
      events: [
        { on: 'self', event: taken },
        {
          on: 'order',
          event: { type: 'IncomingPaymentRecorded', data: { paymentId, channel, reference, method, amount, currency } },
        },
        { on: 'order', event: { type: 'PaymentReceived', data: { amount, currency, completedBy: paymentId } } },
      ],
    });
  });

  it('the same again has no effect, whichever order it names now', () => {
    expect(decide(payment, known, asked)).toEqual({ kind: 'accepted', events: [] });
    expect(decide({ ...payment, orderId: null }, known)).toEqual({ kind: 'accepted', events: [] });
  });

  it.each([
    { ...payment, amount: 1_001 },
    { ...payment, currency: 'EUR' },
  ])('the same reference with other money is a conflict', (other) => {
    expect(decide(other, known, asked)).toMatchObject({
      kind: 'refused',
      refusal: {
        code: 'PaymentReferenceConflict',
        details: { reference: 'TRX-1', recordedAmount: 1_000, recordedCurrency: 'GBP' },
      },
    });
  });

  it('for an unknown order waits under its own reference, with what the payer wrote', () => {
    const orderReference = 'for the lamps';
    expect(decide({ ...payment, orderId: null, orderReference }, null)).toEqual({
      kind: 'accepted',
      events: [
        { on: 'self', event: { ...taken, data: { ...taken.data, orderId: null } } },
        {
          on: 'self',
          event: {
            type: 'PaymentUnallocated',
            data: { paymentId, channel, reference, reason: 'UNKNOWN_ORDER', orderReference, amount, currency },
          },
        },
      ],
    });
  });

  it.each([0, -1, 1.5, 2 ** 53, 100_000_000_000_001])('%s is no amount that can have arrived', (no) => {
    expect(decide({ ...payment, amount: no }, null, asked)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'AmountNotAllowed', details: { amount: no } },
    });
  });

  it('takes the order along where one is named', () => {
    expect(recordIncomingPayment.owner).toBe(PaymentReference);
    expect(recordIncomingPayment.companions(payment, null, context)).toEqual({ order: [OrderPayment, 'o-1'] });
    expect(recordIncomingPayment.companions({ ...payment, orderId: null }, null, context)).toEqual({});
  });

  it('remembers the reference', () => {
    const [state] = [taken].map((event) => PaymentReference.evolve(null, event as never));
    expect(state).toEqual(known);
  });
});
