import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { InvoiceCurrencyMismatch, InvoiceUnknown } from '../refusals.ts';
import type { invoiceCommands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import type { InvoiceState } from './state.ts';

/** What bounced is open again; an invoice that was paid is no longer. Never more than what was put to it. */
export const reverseAllocation = (
  { invoiceId, reversalId, currency, reason, ...wish }: CommandData<typeof invoiceCommands.ReverseAllocation>,
  invoice: InvoiceState,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  if (invoice.reversals.includes(reversalId)) return nothing;
  const { orderId, currency: expected } = invoice.content;
  if (currency !== expected) return refuse(InvoiceCurrencyMismatch({ expected, actual: currency }));
  const amount = Math.min(wish.amount, invoice.allocated);
  if (amount === 0) return nothing;
  return accept<InvoiceEvent>({ type: 'AllocationReversed', data: { orderId, reversalId, amount, currency, reason } });
};
