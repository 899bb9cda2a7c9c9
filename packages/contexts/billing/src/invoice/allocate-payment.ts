import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { AllocationNotAllowed, InvoiceCurrencyMismatch, InvoiceUnknown } from '../refusals.ts';
import type { invoiceCommands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import { type InvoiceState, openOf } from './state.ts';

/** Puts a payment to an invoice. One that was written off is open again: who pays has not been given up. */
export const allocatePayment = (
  command: CommandData<typeof invoiceCommands.AllocatePayment>,
  invoice: InvoiceState,
  { actor }: DecisionContext,
): Decision<InvoiceEvent> => {
  const { invoiceId, allocationId = null, currency } = command;
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  if (allocationId !== null && invoice.allocations.includes(allocationId)) return nothing;
  const { orderId, customerId, currency: expected } = invoice.content;
  if (currency !== expected) return refuse(InvoiceCurrencyMismatch({ expected, actual: currency }));

  const revived = command.amount > 0 ? invoice.writtenOff : 0;
  const open = openOf(invoice) + revived;
  // Processes do not see what was credited meanwhile: what is too much stays with the order's money.
  const amount = actor.kind === 'process' ? Math.min(command.amount, open) : command.amount;
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > open)
    return refuse(AllocationNotAllowed({ amount, open, currency }));
  if (invoice.closed || (amount === 0 && invoice.writtenOff > 0)) return nothing;
  return accept<InvoiceEvent>(
    ...(revived > 0
      ? [
          {
            type: 'InvoiceWriteOffReversed',
            data: { orderId, customerId, amount: revived, currency, because: 'PAYMENT' },
          } as const,
        ]
      : []),
    ...(amount > 0 ? [{ type: 'PaymentAllocated', data: { orderId, amount, currency, allocationId } } as const] : []),
    ...(amount === open ? [{ type: 'InvoicePaid', data: { orderId } } as const] : []),
  );
};
