import type { Module, Prepare } from '@waybill/engine';
import { newId } from '@waybill/kernel';
import { Company } from './company/company.ts';
import { type History, readIssuer } from './company/read-issuer.ts';
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
import { heldBack } from './processes/held-back.ts';
import { openBilling } from './processes/open-billing.ts';
import { companyPage } from './read-models/company.ts';
import { creditNotes } from './read-models/credit-notes.ts';
import { invoices } from './read-models/invoices.ts';
import { billingRefusals } from './refusals.ts';

export { demoCompany } from './company/demo-company.ts';
export type { DocumentStore } from './effects/document-store.ts';
export { postgresDocumentStore } from './effects/postgres-document-store.ts';
export { electronicInvoiceOf } from './electronic/electronic-invoice-of.ts';

export interface BillingPorts {
  readonly documents: DocumentStore;
  /** Where the company is looked up. */
  readonly history: History;
}

/** Every document captures who sells. */
const withIssuer = (history: History): Record<string, Prepare> => {
  const prepared: Prepare = async (input) => ({
    kind: 'prepared',
    data: { ...input, issuer: await readIssuer(history) },
  });
  return {
    IssueInvoice: prepared,
    IssueStandaloneCreditNote: prepared,
    IssueCreditNote: (input) => prepared({ creditNoteId: newId(), ...input }),
  };
};

/** Invoices and credit notes: agreed per order, numbered without a gap, kept as they were issued. */
export const billingModule = ({ documents, history }: BillingPorts): Module => ({
  name: 'billing',
  aggregates: [Company, OrderBilling, InvoiceSeries, Invoice, CreditNoteSeries, CreditNote],
  jointCommands: [issueInvoice, issueCreditNote, issueStandaloneCreditNote],
  projections: [invoices, creditNotes, companyPage],
  processes: [openBilling, dunning, heldBack],
  effects: [invoiceDocument(documents), creditNoteDocument(documents)],
  prepare: withIssuer(history),
  refusals: billingRefusals,
});
