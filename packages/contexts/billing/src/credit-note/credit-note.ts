import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, defer, nothing } from '@waybill/kernel';
import { creditNoteCommands } from './commands.ts';
import { type CreditNoteEvent, creditNoteEvents } from './events.ts';

const { RecordCreditNoteDocument } = creditNoteCommands;

/** Null until it is issued. */
export type CreditNoteState = {
  readonly number: string;
  /** Of the stored document; null until it is rendered. */
  readonly sha256: string | null;
} | null;

/** The first document stays. */
const recordDocument = (
  { creditNoteId, sha256, size, renderer }: CommandData<typeof RecordCreditNoteDocument>,
  note: CreditNoteState,
): Decision<CreditNoteEvent> => {
  if (!note) return defer(`Credit note ${creditNoteId} is not issued yet`);
  if (note.sha256 !== null) return nothing;
  return accept<CreditNoteEvent>({ type: 'CreditNoteDocumentStored', data: { sha256, size, renderer } });
};

const evolve = (note: CreditNoteState, event: CreditNoteEvent): CreditNoteState => {
  switch (event.type) {
    case 'CreditNoteIssued':
    case 'CreditNoteAgreed':
      return { number: event.data.number, sha256: null };
    case 'CreditNoteDocumentStored':
      return note && { ...note, sha256: event.data.sha256 };
  }
};

/** Streams `creditNote-<creditNoteId>`: that there is one, once, and where its document is. */
export const CreditNote = defineAggregate({
  category: 'creditNote',
  events: creditNoteEvents,
  commands: { RecordCreditNoteDocument },
  initial: null as CreditNoteState,
  evolve,
  decide: { RecordCreditNoteDocument: recordDocument },
});
