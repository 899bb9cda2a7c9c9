import { defineEffect, send } from '@waybill/engine';
import { invoiceCommands } from '../invoice/commands.ts';
import { invoiceEvents } from '../invoice/events.ts';
import type { DocumentStore } from './document-store.ts';
import { printedInvoice } from './pdf/printed-invoice.ts';
import { RENDERER, renderDocument } from './pdf/render-document.ts';

/** Renders the document of every invoice that is issued, keeps it, and records its fingerprint. Safe to repeat. */
export const invoiceDocument = (documents: DocumentStore) =>
  defineEffect({
    name: 'billing.invoice-document',
    events: [invoiceEvents.InvoiceIssued],
    run: async ({ id: invoiceId, data, recordedAt }, { execute }) => {
      const content = await renderDocument(printedInvoice(data), recordedAt);
      const kept = await documents.keep({ kind: 'INVOICE', id: invoiceId, number: data.number, content, issued: data });
      await execute(send(invoiceCommands.RecordInvoiceDocument, { invoiceId, ...kept, renderer: RENDERER }));
    },
  });
