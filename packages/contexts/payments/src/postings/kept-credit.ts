import { accountIdOf } from '../account/account-id.ts';
import type { Document } from './documents.ts';
import { holderOf, type Ledger, type Posting } from './ledger.ts';

const keptOf = (ledger: Ledger, paymentId: string) => (ledger.kept ?? []).filter((one) => one.paymentId === paymentId);

/** Money that never came cannot stay with the customer whom it was kept for. */
export const keptBack = (ledger: Ledger, event: Document): readonly Posting[] => {
  if (event.type !== 'PaymentFailed') return [];
  const { paymentId: id } = event.data;
  return keptOf(ledger, id).map(({ keptBy, customerId, amount, currency }) => ({
    ...{ kind: 'PAYMENT_FAILED', id, part: `kept ${keptBy}`, amount, currency },
    ...{ from: accountIdOf('CUSTOMER', currency, customerId), to: holderOf(ledger, currency) },
    text: 'Kept as credit of a payment that bounced',
  }));
};

/** What was kept as credit of the payments that came here; what is heard again is known. */
export const keptAfter = (ledger: Ledger, event: Document): Ledger => {
  if (event.type !== 'PaymentKeptAsCredit') return ledger;
  const { kept = [] } = ledger;
  if (kept.some(({ keptBy }) => keptBy === event.eventId)) return ledger;
  const { paymentId, customerId, amount, currency } = event.data;
  return { ...ledger, kept: [...kept, { keptBy: event.eventId, paymentId, customerId, amount, currency }] };
};
