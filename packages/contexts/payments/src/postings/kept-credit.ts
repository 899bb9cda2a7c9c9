import { accountIdOf } from '../account/account-id.ts';
import type { Document } from './documents.ts';
import { holderOf, type Ledger, type Posting } from './ledger.ts';

const keptOf = (ledger: Ledger, paymentId: string) => (ledger.kept ?? []).filter((one) => one.paymentId === paymentId);

/** Money that never came cannot stay with the customer whom it was kept for. */
export const keptBack = (ledger: Ledger, event: Document): readonly Posting[] => {
  if (event.type !== 'PaymentFailed') return [];
  const { paymentId: id } = event.data;
  return keptOf(ledger, id).map(({ customerId, amount, currency }, nth) => ({
    ...{ kind: 'PAYMENT_FAILED', id, part: `${event.eventId} kept ${nth}`, amount, currency },
    ...{ from: accountIdOf('CUSTOMER', currency, customerId), to: holderOf(ledger, currency) },
    text: 'Kept as credit of a payment that bounced',
  }));
};

/** What was kept as credit of the payments that came here, and has not bounced. */
export const keptAfter = (ledger: Ledger, event: Document): Ledger => {
  switch (event.type) {
    case 'PaymentKeptAsCredit': {
      const { paymentId, customerId, amount, currency } = event.data;
      return { ...ledger, kept: [...(ledger.kept ?? []), { paymentId, customerId, amount, currency }] };
    }
    case 'PaymentFailed': {
      const { paymentId } = event.data;
      return ledger.kept ? { ...ledger, kept: ledger.kept.filter((one) => one.paymentId !== paymentId) } : ledger;
    }
    default:
      return ledger;
  }
};
