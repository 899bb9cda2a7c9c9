import { netPrices } from '@waybill/sales/contract';
import { invoiceEvents } from '../invoice/events.ts';
import { electronicInvoice } from './electronic-invoice.ts';

/** The electronic invoice from what a document was rendered from; undefined where there is none, as for older documents. */
export const electronicInvoiceOf = async (issued: unknown): Promise<string | undefined> => {
  const read = invoiceEvents.InvoiceIssued.schema.safeParse(
    typeof issued === 'object' && issued !== null && !('prices' in issued) ? netPrices(issued) : issued,
  );
  return read.success ? electronicInvoice(read.data) : undefined;
};
