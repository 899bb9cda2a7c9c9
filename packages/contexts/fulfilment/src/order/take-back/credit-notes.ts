import { derivedId } from '@waybill/kernel';
import type { TakeBack } from './take-back.ts';

/** The credit note of a return: one, whoever asked it back. */
export const creditNoteOf = (returnId: string): string => derivedId('credit', returnId);

/** Of what brings nothing back, where no return takes it along. */
export const ownCreditNote = ({ id }: Pick<TakeBack, 'id'>): string => derivedId('credit', id);

/** Every credit note that can be issued for it. */
export const creditNotesOf = (takeBack: TakeBack): readonly string[] => [
  ...(takeBack.plan?.parcels ?? []).map(({ returnId }) => creditNoteOf(returnId)),
  ownCreditNote(takeBack),
];
