import type { OrderBoardEvent } from './order-board-events.ts';
import type { OrderBoardRow } from './order-board-row.ts';
import { alsoFoundBy } from './search-text.ts';

type Changes = Partial<OrderBoardRow>;
type Status = OrderBoardRow['invoiceStatus'];

/** A credit shows once the invoice waits for no money any more, or nothing is left of it. */
const withCredit = (status: Status, { credited, invoiced }: Pick<OrderBoardRow, 'credited' | 'invoiced'>): Status => {
  if (credited === 0 || invoiced === 0) return status;
  if (credited >= invoiced) return 'CREDITED';
  return status === 'PAID' ? 'PART_CREDITED' : status;
};

/** What billing says of an order: of its invoices together, where there are several. */
export const invoiceChanges = (row: OrderBoardRow, event: OrderBoardEvent): Changes | undefined => {
  switch (event.type) {
    case 'InvoiceIssued': {
      const { number, total } = event.data;
      const search = alsoFoundBy(row.search, number);
      const all = { invoices: row.invoices + 1, invoiced: row.invoiced + total };
      return { invoiceStatus: 'ISSUED', invoiceId: event.id, invoiceNumber: number, ...all, search };
    }
    case 'InvoicePaid':
    case 'InvoiceSettled':
      return { invoiceStatus: withCredit('PAID', row) };
    case 'AllocationReversed':
      return { invoiceStatus: 'ISSUED' };
    case 'InvoiceOverdue':
      return { invoiceStatus: 'OVERDUE' };
    case 'InvoiceWrittenOff':
      return { invoiceStatus: 'WRITTEN_OFF' };
    case 'CreditNoteIssued': {
      const credited = row.credited + event.data.total;
      return { credited, invoiceStatus: withCredit(row.invoiceStatus, { credited, invoiced: row.invoiced }) };
    }
    default:
      return undefined;
  }
};
