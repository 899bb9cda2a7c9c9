import { defineAggregate } from '@waybill/engine';
import type { Money } from '@waybill/kernel';
import { type PaymentReferenceEvent, paymentReferenceEvents } from './events.ts';

/** The payment that has this reference; null while there is none. */
export type PaymentReferenceState = Money | null;

/** Streams `paymentReference-<paymentId>`: one (channel, reference) names one payment, forever. */
export const PaymentReference = defineAggregate({
  category: 'paymentReference',
  events: paymentReferenceEvents,
  commands: {},
  initial: null as PaymentReferenceState,
  evolve: (state, event: PaymentReferenceEvent): PaymentReferenceState => {
    switch (event.type) {
      case 'PaymentReferenceTaken': {
        const { amount, currency } = event.data;
        return { amount, currency };
      }
      case 'PaymentUnallocated':
        return state;
    }
  },
  decide: {},
});
