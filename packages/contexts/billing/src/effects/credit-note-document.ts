import { defineEffect, send } from '@waybill/engine';
import { creditNoteCommands } from '../credit-note/commands.ts';
import { creditNoteEvents } from '../credit-note/events.ts';
import type { DocumentStore } from './document-store.ts';
import { printedCreditNote } from './pdf/printed-credit-note.ts';
import { RENDERER, renderDocument } from './pdf/render-document.ts';

/** Renders the document of every credit note that is issued, keeps it, and records its fingerprint. Safe to repeat. */
export const creditNoteDocument = (documents: DocumentStore) =>
  defineEffect({
    name: 'billing.credit-note-document',
    events: [creditNoteEvents.CreditNoteIssued],
    run: async ({ data, recordedAt }, { execute }) => {
      const { creditNoteId, number } = data;
      const content = await renderDocument(printedCreditNote(data), recordedAt);
      const kept = await documents.keep({ kind: 'CREDIT_NOTE', id: creditNoteId, number, content, issued: data });
      await execute(send(creditNoteCommands.RecordCreditNoteDocument, { creditNoteId, ...kept, renderer: RENDERER }));
    },
  });
