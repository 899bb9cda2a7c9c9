import { defineProjection, type EventFrom, type Recorded } from '@waybill/engine';
import { invoiceEvents } from '../invoice/events.ts';

type Issued = EventFrom<typeof invoiceEvents.InvoiceIssued>;

/** A row of billing.invoices. Amounts in minor units, instants as ISO texts, days as ISO dates. */
export interface InvoiceRow {
  readonly id: string;
  readonly number: string;
  readonly status: 'OPEN' | 'PAID';
  readonly version: number;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly customerId: string;
  /** Null once the person is forgotten. */
  readonly customerName: string | null;
  readonly billingAddress: Issued['data']['billingAddress'];
  readonly currency: string;
  readonly terms: Issued['data']['terms'];
  readonly lines: Issued['data']['lines'];
  readonly taxes: Issued['data']['taxes'];
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly paid: number;
  readonly issueDate: string;
  readonly taxPoint: string;
  readonly dueDate: string;
  readonly issuedAt: string;
  /** Null until the document is stored. */
  readonly documentSha256: string | null;
  readonly documentSize: number | null;
  /** Lower case: the numbers and the customer's name. */
  readonly search: string;
  readonly updatedAt: string;
}

const issued = ({ id, data, occurredAt, version, recordedAt }: Recorded<Issued>): InvoiceRow => {
  const { number, orderNumber, customerName } = data;
  const { series: _series, seller: _seller, ...shown } = data;
  return {
    id,
    ...shown,
    status: 'OPEN',
    version,
    paid: 0,
    issuedAt: occurredAt.toISOString(),
    documentSha256: null,
    documentSize: null,
    search: [number, orderNumber, customerName ?? ''].join(' ').toLowerCase().trim(),
    updatedAt: recordedAt.toISOString(),
  };
};

/** One row per invoice: what it says, and beside it what became of it. */
export const invoices = defineProjection({
  name: 'billing.invoices',
  version: 1,
  events: [
    invoiceEvents.InvoiceIssued,
    invoiceEvents.PaymentAllocated,
    invoiceEvents.InvoicePaid,
    invoiceEvents.InvoiceDocumentStored,
  ],
  table: { schema: 'billing', name: 'invoices', key: 'id' },
  freshness: 100,
  keys: ({ id }) => [id],
  evolve: (before: InvoiceRow | undefined, event): InvoiceRow | undefined => {
    if (event.type === 'InvoiceIssued') return issued(event);
    if (!before) return before;
    const row = { ...before, version: event.version, updatedAt: event.recordedAt.toISOString() };
    switch (event.type) {
      case 'PaymentAllocated':
        return { ...row, paid: row.paid + event.data.amount };
      case 'InvoicePaid':
        return { ...row, status: 'PAID' };
      case 'InvoiceDocumentStored':
        return { ...row, documentSha256: event.data.sha256, documentSize: event.data.size };
    }
  },
});
