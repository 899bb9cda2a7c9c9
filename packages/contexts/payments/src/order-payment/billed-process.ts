import { creditNoteEvents, invoiceEvents } from '@waybill/billing/contract';
import { defineProcess, send } from '@waybill/engine';
import { orderPaymentCommands } from './commands.ts';

/** Tells the order's money of every document, from the beginning of history: what was billed is not free to go back. */
export const billedProcess = defineProcess({
  name: 'payments.billed',
  startFrom: 'beginning',
  events: [invoiceEvents.InvoiceIssued, creditNoteEvents.CreditNoteIssued],
  // A credit note of its own is about no order.
  instance: ({ id, data }) => data.orderId ?? id,
  initial: {},
  // It answers at once, and waits for nothing.
  waits: {},
  waiting: () => [],
  react: (state, event) => {
    const { orderId, total, currency } = event.data;
    if (orderId === null) return { state };
    const document =
      event.type === 'InvoiceIssued'
        ? { documentId: event.id, amount: total }
        : { documentId: event.data.creditNoteId, amount: -total };
    return { state, commands: [send(orderPaymentCommands.RecordBilling, { orderId, ...document, currency })] };
  },
});
