import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { InvoiceCurrencyMismatch, InvoiceUnknown } from '../refusals.ts';
import type { invoiceCommands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import { creditedOf, type InvoiceState, type IssuedInvoice } from './state.ts';

/**
 * What was credited meanwhile of an invoice that was paid, and took nothing off what was open: so much less is missing than
 * whoever asks could know.
 */
const creditedSince = (invoice: IssuedInvoice, known: number | null): number => {
  const credited = creditedOf(invoice);
  return known === null ? 0 : Math.max(0, Math.min(credited - known, credited - invoice.creditAllocated));
};

/** What bounced is open again; an invoice that was paid is no longer. Never more than what was put to it. */
export const reverseAllocation = (
  { invoiceId, reversalId, currency, reason, ...wish }: CommandData<typeof invoiceCommands.ReverseAllocation>,
  invoice: InvoiceState,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  if (invoice.reversals.includes(reversalId)) return nothing;
  const { orderId, currency: expected } = invoice.content;
  if (currency !== expected) return refuse(InvoiceCurrencyMismatch({ expected, actual: currency }));
  const amount = Math.min(wish.amount - creditedSince(invoice, wish.credited), invoice.allocated);
  if (amount <= 0) return nothing;
  return accept<InvoiceEvent>({ type: 'AllocationReversed', data: { orderId, reversalId, amount, currency, reason } });
};
