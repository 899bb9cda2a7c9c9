import type { Module, Prepare } from '@waybill/engine';
import { newId } from '@waybill/kernel';
import type { Buyers } from './buyers.ts';
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
export { companyTaxRates } from './company/tax-rates.ts';
export type { DocumentStore } from './effects/document-store.ts';
export { postgresDocumentStore } from './effects/postgres-document-store.ts';
export { electronicInvoiceOf } from './electronic/electronic-invoice-of.ts';

export interface BillingPorts {
  readonly documents: DocumentStore;
  /** Where the company is looked up. */
  readonly history: History;
  readonly buyers: Buyers;
}

/** Every document captures who sells; of who buys, what the order or the wish does not say. */
const withParties = ({ history, buyers }: Pick<BillingPorts, 'history' | 'buyers'>): Record<string, Prepare> => {
  const withIssuer: Prepare = async (input) => ({
    kind: 'prepared',
    data: { ...input, issuer: await readIssuer(history) },
  });
  const vatIdOf = async (customerId: unknown): Promise<string | null> =>
    typeof customerId === 'string' ? ((await buyers.find(customerId))?.vatId ?? null) : null;
  return {
    OpenBilling: async (input) => ({
      kind: 'prepared',
      data: { ...input, buyerVatId: await vatIdOf(input.customerId) },
    }),
    IssueInvoice: withIssuer,
    IssueStandaloneCreditNote: async (input) => withIssuer({ ...input, buyerVatId: await vatIdOf(input.customerId) }),
    IssueCreditNote: (input) => withIssuer({ creditNoteId: newId(), ...input }),
  };
};

/** Invoices and credit notes: agreed per order, numbered without a gap, kept as they were issued. */
export const billingModule = ({ documents, history, buyers }: BillingPorts): Module => ({
  name: 'billing',
  aggregates: [Company, OrderBilling, InvoiceSeries, Invoice, CreditNoteSeries, CreditNote],
  jointCommands: [issueInvoice, issueCreditNote, issueStandaloneCreditNote],
  projections: [invoices, creditNotes, companyPage],
  processes: [openBilling, dunning, heldBack],
  effects: [invoiceDocument(documents), creditNoteDocument(documents)],
  prepare: withParties({ history, buyers }),
  refusals: billingRefusals,
});
