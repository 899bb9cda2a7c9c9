import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { AllocationNotAllowed, InvoiceCurrencyMismatch, InvoiceUnknown } from '../refusals.ts';
import { invoiceCommands } from './commands.ts';
import { type InvoiceEvent, invoiceEvents } from './events.ts';

/** Null until it is issued. What it says never changes; what was paid and where its document is stands beside it. */
export type InvoiceState = {
  readonly orderId: string;
  readonly total: number;
  readonly currency: string;
  readonly allocated: number;
  readonly paid: boolean;
  /** Of the stored document; null until it is rendered. */
  readonly sha256: string | null;
} | null;

const allocatePayment = (
  { invoiceId, amount, currency }: CommandData<typeof invoiceCommands.AllocatePayment>,
  invoice: InvoiceState,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  const { orderId, total, allocated } = invoice;
  if (currency !== invoice.currency)
    return refuse(InvoiceCurrencyMismatch({ expected: invoice.currency, actual: currency }));
  const open = total - allocated;
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > open)
    return refuse(AllocationNotAllowed({ amount, open, currency }));
  if (invoice.paid) return nothing;
  return accept<InvoiceEvent>(
    ...(amount > 0 ? [{ type: 'PaymentAllocated', data: { orderId, amount, currency } } as const] : []),
    ...(amount === open ? [{ type: 'InvoicePaid', data: { orderId } } as const] : []),
  );
};

/** The first document stays: two renderers at once never exchange what was sent out. */
const recordInvoiceDocument = (
  { invoiceId, sha256, size, renderer }: CommandData<typeof invoiceCommands.RecordInvoiceDocument>,
  invoice: InvoiceState,
): Decision<InvoiceEvent> => {
  if (!invoice) return refuse(InvoiceUnknown({ invoiceId }));
  if (invoice.sha256 !== null) return nothing;
  return accept<InvoiceEvent>({
    type: 'InvoiceDocumentStored',
    data: { orderId: invoice.orderId, sha256, size, renderer },
  });
};

const evolve = (invoice: InvoiceState, event: InvoiceEvent): InvoiceState => {
  if (event.type === 'InvoiceIssued') {
    const { orderId, total, currency } = event.data;
    return { orderId, total, currency, allocated: 0, paid: false, sha256: null };
  }
  if (!invoice) return invoice;
  switch (event.type) {
    case 'PaymentAllocated':
      return { ...invoice, allocated: invoice.allocated + event.data.amount };
    case 'InvoicePaid':
      return { ...invoice, paid: true };
    case 'InvoiceDocumentStored':
      return { ...invoice, sha256: event.data.sha256 };
  }
};

/** Streams `invoice-<invoiceId>`. */
export const Invoice = defineAggregate({
  category: 'invoice',
  events: invoiceEvents,
  commands: invoiceCommands,
  initial: null as InvoiceState,
  evolve,
  decide: { AllocatePayment: allocatePayment, RecordInvoiceDocument: recordInvoiceDocument },
});
