import { context } from '@waybill/engine/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitingOf } from '../holdings/share.ts';
import type { OrderPaymentEvent } from './events.ts';
import { OrderPayment } from './order-payment.ts';
import { receivePayment } from './receive-payment.ts';
import { openAmount } from './state.ts';

const happening = fc.oneof(
  fc.record({
    kind: fc.constant('payment' as const),
    amount: fc.integer({ min: 1, max: 2_000 }),
    currency: fc.constantFrom('GBP', 'GBP', 'GBP', 'EUR'),
  }),
  fc.record({ kind: fc.constant('request' as const), amount: fc.integer({ min: 0, max: 3_000 }) }),
  fc.record({ kind: fc.constant('cancel' as const) }),
);

/** Lets things happen to one order; answers every event. */
const history = (happenings: readonly (typeof happening extends fc.Arbitrary<infer T> ? T : never)[]) => {
  const events: OrderPaymentEvent[] = [];
  let state = OrderPayment.initial;
  for (const [index, happens] of happenings.entries()) {
    const next = (): readonly OrderPaymentEvent[] => {
      if (happens.kind === 'payment') {
        const { amount, currency } = happens;
        const reference = String(index);
        const payment = { paymentId: reference, channel: 'bank', reference, method: 'CARD', orderReference: null };
        return receivePayment({ ...payment, amount, currency }, state);
      }
      const [type, data] =
        happens.kind === 'request'
          ? ['RequestPayment', { orderId: 'o', orderNumber: 'n', amount: happens.amount, currency: 'GBP' }]
          : ['CancelPaymentRequest', { orderId: 'o', reason: 'r' }];
      const decision = OrderPayment.decide(type as string, data, state, context);
      return decision.kind === 'accepted' ? decision.events : [];
    };
    for (const event of next()) {
      events.push(event);
      state = OrderPayment.evolve(state, event);
    }
  }
  return { events, state };
};

it('loses no penny and counts none twice, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
      const { events, state } = history(happenings);
      const sumOf = (type: OrderPaymentEvent['type'], id?: string) =>
        events
          .filter(
            (event) =>
              event.type === type && (id === undefined || ('paymentId' in event.data && event.data.paymentId === id)),
          )
          .reduce((sum, event) => sum + ('amount' in event.data ? event.data.amount : 0), 0);

      for (const share of state.payments) {
        const { paymentId, amount } = share;
        const unallocated = waitingOf(share);
        expect(unallocated).toBe(sumOf('PaymentUnallocated', paymentId));
        expect(unallocated).toBeLessThanOrEqual(amount);
        if (state.status === 'CANCELLED') expect(unallocated).toBe(amount);
      }
      const full = events.filter(({ type }) => type === 'PaymentReceived');
      expect(full.length).toBeLessThanOrEqual(1);
      if (state.status !== 'CANCELLED') {
        expect(openAmount(state)).toBeGreaterThanOrEqual(0);
        expect(state.status === 'PAID').toBe(state.requested !== null && openAmount(state) === 0);
      }
    }),
  );
});
