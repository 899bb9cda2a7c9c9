import type { CommandData, DecisionContext } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { InvoiceUnknown } from '../refusals.ts';
import type { invoiceCommands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import { whyNotOverdue, whyNotRemind, whyNotWriteOff } from './standing.ts';
import { type InvoiceState, type IssuedInvoice, openOf, standingOf } from './state.ts';
import { tooLate } from './too-late.ts';

const late = (invoice: IssuedInvoice): readonly InvoiceEvent[] => {
  const { orderId, currency, dueDate } = invoice.content;
  if (invoice.overdue) return [];
  return [{ type: 'InvoiceOverdue', data: { orderId, dueDate, open: openOf(invoice), currency } }];
};

export const markInvoiceOverdue = (
  { invoiceId }: CommandData<typeof invoiceCommands.MarkInvoiceOverdue>,
  invoice: InvoiceState,
  context: DecisionContext,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  const refusal = whyNotOverdue(standingOf(invoice), context.now);
  return refusal ? tooLate(context, refusal) : accept(...late(invoice));
};

/** Whoever is reminded is late: the invoice is marked so, where it was not yet. */
export const sendReminder = (
  { invoiceId, level }: CommandData<typeof invoiceCommands.SendReminder>,
  invoice: InvoiceState,
  context: DecisionContext,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  if (level !== undefined && level <= invoice.reminders) return nothing;
  const refusal = whyNotRemind(standingOf(invoice), context.now);
  if (refusal) return tooLate(context, refusal);
  const { orderId, currency } = invoice.content;
  const reminder = { orderId, level: invoice.reminders + 1, open: openOf(invoice), currency };
  return accept<InvoiceEvent>(...late(invoice), { type: 'ReminderSent', data: reminder });
};

export const writeOffInvoice = (
  { invoiceId, reason }: CommandData<typeof invoiceCommands.WriteOffInvoice>,
  invoice: InvoiceState,
  context: DecisionContext,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  const refusal = whyNotWriteOff(standingOf(invoice));
  if (refusal) return tooLate(context, refusal);
  const { orderId, customerId, currency } = invoice.content;
  return accept<InvoiceEvent>({
    type: 'InvoiceWrittenOff',
    data: { orderId, customerId, amount: openOf(invoice), currency, reason },
  });
};
