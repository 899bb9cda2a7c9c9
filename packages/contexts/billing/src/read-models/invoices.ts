import { defineProjection, type EventFrom, type EventOf, isUnknown, type Recorded } from '@waybill/engine';
import { invoiceEvents } from '../invoice/events.ts';
import type { InvoiceStatus } from '../invoice/standing.ts';

type Issued = EventFrom<typeof invoiceEvents.InvoiceIssued>;

/** A row of billing.invoices. Amounts in minor units, instants as ISO texts, days as ISO dates. */
export interface InvoiceRow {
  readonly id: string;
  readonly number: string;
  readonly status: InvoiceStatus;
  readonly version: number;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly deliveryId: string | null;
  readonly customerId: string;
  /** Null once the person is forgotten. */
  readonly customerName: string | null;
  readonly billingAddress: Issued['data']['billingAddress'];
  readonly currency: string;
  readonly prices: Issued['data']['prices'];
  readonly terms: Issued['data']['terms'];
  readonly lines: Issued['data']['lines'];
  readonly taxes: Issued['data']['taxes'];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly paid: number;
  /** The sum of its credit notes. */
  readonly credited: number;
  readonly writtenOff: number;
  /** What is still to be paid. */
  readonly open: number;
  /** What asks for somebody first: 0 overdue, 1 open, 2 nothing is open. */
  readonly urgency: number;
  readonly issueDate: string;
  readonly taxPoint: string;
  readonly dueDate: string;
  readonly timeZone: string;
  /** Null where the buyer gave none, or is forgotten. */
  readonly buyerVatId: string | null;
  /** Of the company's page; null where the invoice is older than it. */
  readonly companyVersion: number | null;
  readonly issuedAt: string;
  readonly sentAt: string | null;
  readonly overdueAt: string | null;
  readonly allocations: readonly { readonly amount: number; readonly at: string }[];
  readonly reminders: readonly { readonly level: number; readonly open: number; readonly at: string }[];
  /** Null until the document is stored. */
  readonly documentSha256: string | null;
  readonly documentSize: number | null;
  /** Lower case: the numbers and the customer's name. */
  readonly search: string;
  readonly updatedAt: string;
}

const issued = ({ id, data, occurredAt, version, recordedAt }: Recorded<Issued>): InvoiceRow => {
  const { number, orderNumber, customerName, total } = data;
  const { series: _series, seller: _seller, companyVersion, ...shown } = data;
  return {
    id,
    ...shown,
    companyVersion: isUnknown(companyVersion) ? null : companyVersion,
    status: 'OPEN',
    version,
    paid: 0,
    credited: 0,
    writtenOff: 0,
    open: total,
    urgency: 1,
    issuedAt: occurredAt.toISOString(),
    sentAt: null,
    overdueAt: null,
    allocations: [],
    reminders: [],
    documentSha256: null,
    documentSize: null,
    search: [number, orderNumber, customerName ?? ''].join(' ').toLowerCase().trim(),
    updatedAt: recordedAt.toISOString(),
  };
};

type Told = Recorded<EventOf<typeof invoiceEvents>>;

const whileOpen = ({ overdueAt }: InvoiceRow): Pick<InvoiceRow, 'status' | 'urgency'> =>
  overdueAt === null ? { status: 'OPEN', urgency: 1 } : { status: 'OVERDUE', urgency: 0 };

/** What became of it. */
const changed = (row: InvoiceRow, event: Exclude<Told, { type: 'InvoiceIssued' }>): Partial<InvoiceRow> => {
  const at = event.occurredAt.toISOString();
  switch (event.type) {
    case 'InvoiceSent':
      return { sentAt: at };
    case 'PaymentAllocated': {
      const { amount } = event.data;
      return { paid: row.paid + amount, open: row.open - amount, allocations: [...row.allocations, { amount, at }] };
    }
    case 'AllocationReversed': {
      const { amount } = event.data;
      const allocations = [...row.allocations, { amount: -amount, at }];
      return { paid: row.paid - amount, open: row.open + amount, allocations, ...whileOpen(row) };
    }
    case 'InvoicePaid':
      return { status: 'PAID', urgency: 2 };
    case 'CreditNoteIssued':
      return { credited: row.credited + event.data.total };
    case 'CreditAllocated':
      return { open: row.open - event.data.amount };
    case 'CreditNoteNotNeeded':
      return {};
    case 'InvoiceSettled':
      return { status: 'SETTLED', urgency: 2 };
    case 'InvoiceOverdue':
      return whileOpen({ ...row, overdueAt: at });
    case 'ReminderSent': {
      const { level, open } = event.data;
      return { reminders: [...row.reminders, { level, open, at }] };
    }
    case 'InvoiceWrittenOff':
      return { status: 'WRITTEN_OFF', urgency: 2, writtenOff: row.writtenOff + event.data.amount, open: 0 };
    case 'InvoiceWriteOffReversed': {
      const writtenOff = row.writtenOff - event.data.amount;
      return { writtenOff, open: row.open + event.data.amount, ...(writtenOff === 0 ? whileOpen(row) : {}) };
    }
    case 'InvoiceDocumentStored':
      return { documentSha256: event.data.sha256, documentSize: event.data.size };
  }
};

/** One row per invoice: what it says, and beside it what became of it. */
export const invoices = defineProjection({
  name: 'billing.invoices',
  version: 4,
  events: Object.values(invoiceEvents),
  table: { schema: 'billing', name: 'invoices', key: 'id' },
  freshness: 100,
  // A credit note without an invoice is of no invoice.
  keys: ({ type, id, data }) => (type === 'CreditNoteIssued' && data.invoiceId === null ? [] : [id]),
  evolve: (before: InvoiceRow | undefined, event): InvoiceRow | undefined => {
    if (event.type === 'InvoiceIssued') return issued(event);
    if (!before) return before;
    const overdueAt = event.type === 'InvoiceOverdue' ? event.occurredAt.toISOString() : before.overdueAt;
    return {
      ...before,
      overdueAt,
      ...changed(before, event),
      version: event.version,
      updatedAt: event.recordedAt.toISOString(),
    };
  },
});
