import type { HeardOf } from './heard.ts';
import type { Invoice, Progress } from './progress.ts';

type BillingEvent = HeardOf<
  | 'BillingReduced'
  | 'BillingStopRefused'
  | 'InvoiceIssued'
  | 'InvoicePaid'
  | 'AllocationReversed'
  | 'InvoiceSettled'
  | 'InvoiceWrittenOff'
  | 'CreditNoteIssued'
>;

const withInvoice = (progress: Progress, id: string, change: (invoice: Invoice) => Invoice): Progress => {
  const invoice = progress.invoices[id];
  return invoice ? { ...progress, invoices: { ...progress.invoices, [id]: change(invoice) } } : progress;
};

/** What billing tells. */
export const learnBilling = (progress: Progress, event: BillingEvent): Progress => {
  switch (event.type) {
    case 'BillingReduced': {
      const { cancellationId, invoiced, orderTotal } = event.data;
      const reduction = { cancellationId, invoiced: invoiced.map(({ invoiceId, lines }) => ({ invoiceId, lines })) };
      return { ...progress, orderTotal, reductions: [...progress.reductions, reduction] };
    }
    case 'BillingStopRefused':
      return { ...progress, billedFirst: true };
    case 'InvoiceIssued': {
      const { deliveryId, total, currency } = event.data;
      const invoice = {
        deliveryId,
        total,
        currency,
        credited: 0,
        settled: false,
        allocated: null,
        nth: Object.keys(progress.invoices).length,
      };
      return { ...progress, invoices: { ...progress.invoices, [event.id]: invoice } };
    }
    case 'InvoicePaid':
    case 'InvoiceSettled':
    case 'InvoiceWrittenOff':
      return withInvoice(progress, event.id, (invoice) => ({ ...invoice, settled: true }));
    case 'AllocationReversed':
      return withInvoice(progress, event.id, (invoice) => ({ ...invoice, settled: false }));
    case 'CreditNoteIssued': {
      const { total } = event.data;
      return withInvoice(progress, event.id, (invoice) => ({ ...invoice, credited: invoice.credited + total }));
    }
  }
};
