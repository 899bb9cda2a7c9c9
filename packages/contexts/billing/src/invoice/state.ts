import type { CreditNoteContent } from '../credit-note/events.ts';
import type { InvoiceContent, InvoiceEvent } from './events.ts';
import type { InvoiceStatus, Standing } from './standing.ts';

/** What was credited of one tax rate, in minor units. */
export interface CreditedRate {
  readonly net: number;
  readonly tax: number;
}
export const rateOf = ({ taxCode, taxRate }: { readonly taxCode: string; readonly taxRate: string }): string =>
  `${taxCode} ${taxRate}`;

/** An issued invoice: what it says never changes; what was paid, credited and sent stands beside it. Minor units. */
export interface IssuedInvoice {
  readonly content: InvoiceContent;
  readonly allocated: number;
  readonly allocations: readonly string[];
  /** Allocations that were taken back, by their ids. */
  readonly reversals: readonly string[];
  /** What credit notes took off what was open. */
  readonly creditAllocated: number;
  readonly writtenOff: number;
  /** Pieces that were credited, by line. */
  readonly creditedPieces: ReadonlyMap<string, number>;
  readonly creditedRates: ReadonlyMap<string, CreditedRate>;
  /** Credit notes that were asked for when nothing was left. */
  readonly notNeeded: readonly string[];
  readonly closed: 'PAID' | 'SETTLED' | null;
  readonly overdue: boolean;
  readonly reminders: number;
  readonly sent: boolean;
  /** Of the stored document; null until it is rendered. */
  readonly sha256: string | null;
}
/** Null until it is issued. */
export type InvoiceState = IssuedInvoice | null;

export const openOf = ({ content, allocated, creditAllocated, writtenOff }: IssuedInvoice): number =>
  content.total - allocated - creditAllocated - writtenOff;

export const creditedOf = ({ creditedRates }: IssuedInvoice): number =>
  [...creditedRates.values()].reduce((sum, { net, tax }) => sum + net + tax, 0);

const statusOf = (invoice: IssuedInvoice): InvoiceStatus => {
  const { closed, writtenOff, overdue } = invoice;
  if (closed) return closed;
  // What bounced after the rest was given up is open.
  if (writtenOff > 0 && openOf(invoice) === 0) return 'WRITTEN_OFF';
  return overdue ? 'OVERDUE' : 'OPEN';
};

export const standingOf = (invoice: IssuedInvoice): Standing => {
  const { number, total, dueDate, timeZone } = invoice.content;
  const { reminders } = invoice;
  return {
    number,
    total,
    dueDate,
    timeZone,
    reminders,
    status: statusOf(invoice),
    open: openOf(invoice),
    credited: creditedOf(invoice),
  };
};

const issuedOf = (content: InvoiceContent): IssuedInvoice => ({
  content,
  allocated: 0,
  allocations: [],
  reversals: [],
  creditAllocated: 0,
  writtenOff: 0,
  creditedPieces: new Map(),
  creditedRates: new Map(),
  notNeeded: [],
  closed: null,
  overdue: false,
  reminders: 0,
  sent: false,
  sha256: null,
});

const credit = (invoice: IssuedInvoice, { lines, taxes }: CreditNoteContent): IssuedInvoice => {
  const creditedPieces = new Map(invoice.creditedPieces);
  for (const { lineId, quantity } of lines)
    if (lineId !== null) creditedPieces.set(lineId, (creditedPieces.get(lineId) ?? 0) + quantity);
  const creditedRates = new Map(invoice.creditedRates);
  for (const group of taxes) {
    const before = creditedRates.get(rateOf(group)) ?? { net: 0, tax: 0 };
    creditedRates.set(rateOf(group), { net: before.net + group.net, tax: before.tax + group.tax });
  }
  return { ...invoice, creditedPieces, creditedRates };
};

export const evolveInvoice = (invoice: InvoiceState, event: InvoiceEvent): InvoiceState => {
  if (event.type === 'InvoiceIssued') return issuedOf(event.data);
  if (!invoice) return invoice;
  switch (event.type) {
    case 'InvoiceSent':
      return { ...invoice, sent: true };
    case 'PaymentAllocated': {
      const { amount, allocationId } = event.data;
      const allocations = allocationId === null ? invoice.allocations : [...invoice.allocations, allocationId];
      return { ...invoice, allocated: invoice.allocated + amount, allocations };
    }
    case 'AllocationReversed': {
      const { amount, reversalId } = event.data;
      const reversals = [...invoice.reversals, reversalId];
      return { ...invoice, allocated: invoice.allocated - amount, reversals, closed: null };
    }
    case 'InvoicePaid':
      return { ...invoice, closed: 'PAID' };
    case 'CreditNoteIssued':
      return credit(invoice, event.data);
    case 'CreditAllocated':
      return { ...invoice, creditAllocated: invoice.creditAllocated + event.data.amount };
    case 'CreditNoteNotNeeded':
      return { ...invoice, notNeeded: [...invoice.notNeeded, event.data.creditNoteId] };
    case 'InvoiceSettled':
      return { ...invoice, closed: 'SETTLED' };
    case 'InvoiceOverdue':
      return { ...invoice, overdue: true };
    case 'ReminderSent':
      return { ...invoice, reminders: event.data.level };
    case 'InvoiceWrittenOff':
      return { ...invoice, writtenOff: invoice.writtenOff + event.data.amount };
    case 'InvoiceWriteOffReversed':
      return { ...invoice, writtenOff: invoice.writtenOff - event.data.amount };
    case 'InvoiceDocumentStored':
      return { ...invoice, sha256: event.data.sha256 };
  }
};
