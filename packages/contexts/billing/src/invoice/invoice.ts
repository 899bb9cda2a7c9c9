import { type CommandData, type DecisionContext, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { InvoiceAlreadySent, InvoiceUnknown } from '../refusals.ts';
import { allocatePayment } from './allocate-payment.ts';
import { invoiceCommands } from './commands.ts';
import { markInvoiceOverdue, sendReminder, writeOffInvoice } from './dun.ts';
import { type InvoiceEvent, invoiceEvents } from './events.ts';
import { reverseAllocation } from './reverse-allocation.ts';
import { evolveInvoice, type InvoiceState } from './state.ts';
import { tooLate } from './too-late.ts';

const { IssueCreditNote: _joint, ...commands } = invoiceCommands;

const sendInvoice = (
  { invoiceId }: CommandData<typeof invoiceCommands.SendInvoice>,
  invoice: InvoiceState,
  context: DecisionContext,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  const { orderId, number } = invoice.content;
  if (invoice.sent) return tooLate(context, InvoiceAlreadySent({ number }));
  return accept<InvoiceEvent>({ type: 'InvoiceSent', data: { orderId } });
};

/** The first document stays: two renderers at once never exchange what was sent out. */
const recordInvoiceDocument = (
  { invoiceId, sha256, size, renderer }: CommandData<typeof invoiceCommands.RecordInvoiceDocument>,
  invoice: InvoiceState,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  if (invoice.sha256 !== null) return nothing;
  const { orderId } = invoice.content;
  return accept<InvoiceEvent>({ type: 'InvoiceDocumentStored', data: { orderId, sha256, size, renderer } });
};

/** Streams `invoice-<invoiceId>`: what an invoice says, what was paid and credited on it, and what is open. */
export const Invoice = defineAggregate({
  category: 'invoice',
  events: invoiceEvents,
  commands,
  initial: null as InvoiceState,
  evolve: evolveInvoice,
  decide: {
    SendInvoice: sendInvoice,
    AllocatePayment: allocatePayment,
    ReverseAllocation: reverseAllocation,
    MarkInvoiceOverdue: markInvoiceOverdue,
    SendReminder: sendReminder,
    WriteOffInvoice: writeOffInvoice,
    RecordInvoiceDocument: recordInvoiceDocument,
  },
});
