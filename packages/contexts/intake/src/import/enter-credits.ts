import Big from 'big.js';
import type { Tally } from '../online-retail/tally.ts';
import type { Ledger } from './ledger.ts';
import type { CreditOutcome } from './ports.ts';
import type { SentCredit } from './post-documents.ts';

/** The two parts of a credit: what was credited, and what waits for a person. They add up to the document. */
const partsOf = (
  { share: { tally } }: SentCredit,
  { openLines, matched, credited }: CreditOutcome,
): readonly [Tally, Tally] => {
  // What was found and could not be credited waits as well, though all its lines have their orders.
  const isDone = openLines === 0 && credited >= matched;
  const done = isDone ? tally.amount : new Big(credited).div(100).times(-1);
  return [
    { documents: isDone ? tally.documents : 0, lines: tally.lines - openLines, amount: done },
    { documents: isDone ? 0 : tally.documents, lines: openLines, amount: tally.amount.minus(done) },
  ];
};

const nothingOf = (intakeId: string, lines: number): CreditOutcome => ({
  intakeId,
  openLines: lines,
  matched: 0,
  credited: 0,
});

/** Enters what became of credits, line by line; a document of which anything is open waits as a document. */
export const enterCredits = (
  credits: readonly SentCredit[],
  outcomes: readonly CreditOutcome[],
  ledger: Ledger,
): void => {
  const known = new Map(outcomes.map((outcome) => [outcome.intakeId, outcome]));
  for (const credit of credits) {
    const { month, tally } = credit.share;
    const outcome = known.get(credit.intakeId) ?? nothingOf(credit.intakeId, tally.lines);
    const [done, open] = partsOf(credit, { ...outcome, openLines: Math.min(outcome.openLines, tally.lines) });
    ledger.enter({ month, tally: done }, 'CREDIT');
    ledger.enter({ month, tally: open }, 'CREDIT_OPEN');
  }
};
