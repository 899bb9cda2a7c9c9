import type { Recorded } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import type { OrderPaymentEvent } from '../order-payment/events.ts';
import { type OrderPaymentRow, orderPayments } from './order-payments.ts';
import { type UnallocatedPaymentRow, unallocatedPayments } from './unallocated-payments.ts';

/** What the view folds. */
type Seen = Extract<
  OrderPaymentEvent,
  {
    readonly type:
      | 'PaymentRequested'
      | 'IncomingPaymentRecorded'
      | 'PaymentReceived'
      | 'PaymentRequestCancelled'
      | 'PaymentUnallocated';
  }
>;
const money = (amount: number, currency = 'GBP') => ({ amount, currency });
const requested: Seen = { type: 'PaymentRequested', data: { orderNumber: 'ORD-1', ...money(1_000) } };
const arrived = (reference: string, amount: number, currency = 'GBP'): Seen => ({
  type: 'IncomingPaymentRecorded',
  data: { paymentId: `p-${reference}`, channel: 'bank', reference, method: 'CARD', ...money(amount, currency) },
});
const received: Seen = { type: 'PaymentReceived', data: { ...money(1_000), completedBy: 'p-1' } };
const cancelled: Seen = { type: 'PaymentRequestCancelled', data: { reason: 'no' } };
type Unallocated = Extract<OrderPaymentEvent, { type: 'PaymentUnallocated' }>;
const waits = (reference: string, reason: Unallocated['data']['reason'], amount: number): Unallocated => ({
  type: 'PaymentUnallocated',
  data: { paymentId: `p-${reference}`, channel: 'bank', reference, reason, orderReference: null, ...money(amount) },
});

const row = (...events: Seen[]) =>
  events.reduce<OrderPaymentRow | undefined>(
    (before, event, index) => orderPayments.evolve(before, recorded('o-1', event, { version: index + 1 }), 'o-1'),
    undefined,
  );

describe('the payment of an order', () => {
  it('moves from requested over a part to paid', () => {
    expect(row(requested)).toMatchObject({ status: 'REQUESTED', requested: 1_000, received: 0, orderNumber: 'ORD-1' });
    expect(row(requested, arrived('A', 400))).toMatchObject({ status: 'PARTIALLY_PAID', received: 400, version: 2 });
    expect(row(requested, arrived('A', 400), arrived('B', 600), received)).toMatchObject({
      status: 'PAID',
      received: 1_000,
      payments: [{ reference: 'A' }, { reference: 'B' }],
    });
  });

  it('shows money that came before it was asked for', () => {
    expect(row(arrived('A', 400))).toMatchObject({ status: 'NOT_REQUESTED', requested: null, received: 400 });
    expect(row(arrived('A', 400), requested)).toMatchObject({ status: 'PARTIALLY_PAID', received: 400 });
  });

  it('leaves out what was not for it', () => {
    expect(row(requested, arrived('A', 1_200), received, waits('A', 'TOO_MUCH', 200))).toMatchObject({
      status: 'PAID',
      received: 1_000,
      payments: [{ amount: 1_200, unallocated: 200 }],
    });
    expect(row(requested, arrived('A', 5, 'EUR'))).toMatchObject({ status: 'REQUESTED', received: 0 });
    expect(row(requested, arrived('A', 400), cancelled, waits('A', 'ORDER_CANCELLED', 400))).toMatchObject({
      status: 'CANCELLED',
      received: 0,
    });
  });

  it('is not touched by money that named no order', () => {
    const event = recorded('p-A', waits('A', 'UNKNOWN_ORDER', 5), { category: 'paymentReference' });
    expect(orderPayments.keys(event as Recorded<Unallocated>)).toEqual([]);
  });
});

describe('money that waits for a person', () => {
  const see = (event: Recorded<Unallocated>, before?: UnallocatedPaymentRow) => {
    const [key = ''] = unallocatedPayments.keys(event);
    return unallocatedPayments.evolve(before, event, key);
  };

  it('is listed with its reason and the order it named', () => {
    expect(see(recorded('o-1', waits('A', 'TOO_MUCH', 200), { category: 'orderPayment' }))).toEqual({
      key: 'p-A:TOO_MUCH',
      paymentId: 'p-A',
      reason: 'TOO_MUCH',
      orderId: 'o-1',
      orderReference: null,
      channel: 'bank',
      reference: 'A',
      amount: 200,
      currency: 'GBP',
      occurredAt: '2026-01-05T09:00:00.000Z',
      recordedAt: '2026-01-05T09:00:00.000Z',
    });
  });

  it('names no order where none was known', () => {
    const event = recorded('p-A', waits('A', 'UNKNOWN_ORDER', 5), { category: 'paymentReference' });
    expect(see(event)).toMatchObject({ orderId: null, reason: 'UNKNOWN_ORDER' });
  });
});
