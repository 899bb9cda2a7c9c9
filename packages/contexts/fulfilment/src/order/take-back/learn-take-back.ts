import type { HeardOf } from '../facts/heard.ts';
import type { Progress } from '../facts/progress.ts';
import { creditNotesOf } from './credit-notes.ts';
import type { TakeBack } from './take-back.ts';

const matched = ({ eventId, data }: HeardOf<'CancellationMatched'>): TakeBack => ({
  ...{ id: eventId, intakeId: data.intakeId, happenedAt: data.happenedAt, plan: null, credited: {} },
  pieces: data.matches.flatMap(({ lineId, quantity, unitPrice, amount }) =>
    lineId === null || quantity === 0 ? [] : [{ lineId, quantity, unitPrice, amount }],
  ),
  amounts: data.matches.flatMap(({ lineId, sku, description, amount }) =>
    lineId !== null || amount === 0 ? [] : [{ code: sku, description: description ?? sku, amount }],
  ),
});

/** Pieces as they are priced, and sums with their tax: what is compared with what the cancellation says. */
const worth = ({ lines, prices }: HeardOf<'CreditNoteIssued'>['data']): number =>
  lines.reduce((sum, { lineId, amount, tax }) => sum + amount + (lineId === null && prices !== 'GROSS' ? tax : 0), 0);

const credited = (progress: Progress, creditNoteId: string, amount: () => number): Progress => ({
  ...progress,
  takeBacks: progress.takeBacks.map((one) =>
    creditNotesOf(one).includes(creditNoteId)
      ? { ...one, credited: { ...one.credited, [creditNoteId]: amount() } }
      : one,
  ),
});

/** A cancellation that named no order was found to be of this one; and the credit notes that it led to. */
export const learnTakeBack = (
  progress: Progress,
  event: HeardOf<'CancellationMatched' | 'CreditNoteIssued' | 'CreditNoteNotNeeded'>,
): Progress => {
  switch (event.type) {
    case 'CancellationMatched':
      return { ...progress, takeBacks: [...progress.takeBacks, matched(event)] };
    case 'CreditNoteIssued':
      return credited(progress, event.data.creditNoteId, () => worth(event.data));
    case 'CreditNoteNotNeeded':
      return credited(progress, event.data.creditNoteId, () => 0);
  }
};
