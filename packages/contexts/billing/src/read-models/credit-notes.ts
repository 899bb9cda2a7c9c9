import { defineProjection, isUnknown } from '@waybill/engine';
import { type CreditNoteContent, creditNoteEvents } from '../credit-note/events.ts';

type Said = Omit<CreditNoteContent, 'creditNoteId' | 'series' | 'seller' | 'companyVersion'>;

/** A row of billing.credit_notes. Amounts in minor units, instants as ISO texts, days as ISO dates. */
export interface CreditNoteRow extends Said {
  readonly id: string;
  /** Of the company's page; null where the note is older than it. */
  readonly companyVersion: number | null;
  readonly issuedAt: string;
  /** Null until the document is stored. */
  readonly documentSha256: string | null;
  readonly documentSize: number | null;
  /** Lower case: the numbers and the customer's name. */
  readonly search: string;
  readonly updatedAt: string;
}

/** One row per credit note, of an invoice or without one. */
export const creditNotes = defineProjection({
  name: 'billing.credit_notes',
  version: 3,
  events: [creditNoteEvents.CreditNoteIssued, creditNoteEvents.CreditNoteDocumentStored],
  table: { schema: 'billing', name: 'credit_notes', key: 'id' },
  freshness: 1_000,
  keys: ({ type, id, data }) => [type === 'CreditNoteIssued' ? data.creditNoteId : id],
  evolve: (before: CreditNoteRow | undefined, event): CreditNoteRow | undefined => {
    const updatedAt = event.recordedAt.toISOString();
    if (event.type === 'CreditNoteDocumentStored')
      return before && { ...before, documentSha256: event.data.sha256, documentSize: event.data.size, updatedAt };
    const { creditNoteId, series: _series, seller: _seller, companyVersion, ...said } = event.data;
    const { number, invoiceNumber, orderNumber, customerName } = said;
    const words = [number, invoiceNumber, orderNumber, customerName].filter((word) => word !== null);
    return {
      id: creditNoteId,
      ...said,
      companyVersion: isUnknown(companyVersion) ? null : companyVersion,
      issuedAt: event.occurredAt.toISOString(),
      documentSha256: null,
      documentSize: null,
      search: words.join(' ').toLowerCase(),
      updatedAt,
    };
  },
});
