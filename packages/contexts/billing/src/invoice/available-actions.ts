import type { Refusal } from '@waybill/kernel';
import { InvoiceAlreadySent } from '../refusals.ts';
import { type Standing, whyNotCredit, whyNotOverdue, whyNotRemind, whyNotWriteOff } from './standing.ts';

export interface InvoiceAction {
  readonly name: string;
  readonly refusal?: Refusal;
}

const action = (name: string, refusal: Refusal | undefined): InvoiceAction => (refusal ? { name, refusal } : { name });

/** What a person can do with an invoice now, and why not. */
export const invoiceActions = (invoice: Standing & { readonly sent: boolean }, now: Date): readonly InvoiceAction[] => [
  action('sendInvoice', invoice.sent ? InvoiceAlreadySent({ number: invoice.number }) : undefined),
  action('issueCreditNote', whyNotCredit(invoice)),
  action('markInvoiceOverdue', invoice.status === 'OVERDUE' ? undefined : whyNotOverdue(invoice, now)),
  action('sendReminder', whyNotRemind(invoice, now)),
  action('writeOffInvoice', whyNotWriteOff(invoice)),
];
