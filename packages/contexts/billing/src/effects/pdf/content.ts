import type { EventFrom } from '@waybill/engine';
import type { invoiceEvents } from '../../invoice/events.ts';

/** What the document says: the content of the invoice as it was issued. */
export type InvoiceContent = EventFrom<typeof invoiceEvents.InvoiceIssued>['data'];
export type InvoiceLine = InvoiceContent['lines'][number];
