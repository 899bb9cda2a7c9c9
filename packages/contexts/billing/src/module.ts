import type { Module } from '@waybill/engine';
import { newId } from '@waybill/kernel';
import { CreditNote } from './credit-note/credit-note.ts';
import { issueStandaloneCreditNote } from './credit-note/issue-standalone.ts';
import { CreditNoteSeries } from './credit-note-series/credit-note-series.ts';
import { creditNoteDocument } from './effects/credit-note-document.ts';
import type { DocumentStore } from './effects/document-store.ts';
import { invoiceDocument } from './effects/invoice-document.ts';
import { Invoice } from './invoice/invoice.ts';
import { issueCreditNote } from './invoice/issue-credit-note.ts';
import { InvoiceSeries } from './invoice-series/invoice-series.ts';
import { issueInvoice } from './order-billing/issue-invoice.ts';
import { OrderBilling } from './order-billing/order-billing.ts';
import { dunning } from './processes/dunning.ts';
import { openBilling } from './processes/open-billing.ts';
import { creditNotes } from './read-models/credit-notes.ts';
import { invoices } from './read-models/invoices.ts';
import { billingRefusals } from './refusals.ts';

export type { DocumentStore } from './effects/document-store.ts';
export { postgresDocumentStore } from './effects/postgres-document-store.ts';
export { electronicInvoiceOf } from './electronic/electronic-invoice-of.ts';

export interface BillingPorts {
  readonly documents: DocumentStore;
}

/** Invoices and credit notes: agreed per order, numbered without a gap, kept as they were issued. */
export const billingModule = ({ documents }: BillingPorts): Module => ({
  name: 'billing',
  aggregates: [OrderBilling, InvoiceSeries, Invoice, CreditNoteSeries, CreditNote],
  jointCommands: [issueInvoice, issueCreditNote, issueStandaloneCreditNote],
  projections: [invoices, creditNotes],
  processes: [openBilling, dunning],
  effects: [invoiceDocument(documents), creditNoteDocument(documents)],
  prepare: { IssueCreditNote: async (input) => ({ kind: 'prepared', data: { creditNoteId: newId(), ...input } }) },
  refusals: billingRefusals,
});
