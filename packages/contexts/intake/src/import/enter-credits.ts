import Big from 'big.js';
import type { Tally } from '../online-retail/tally.ts';
import type { Ledger } from './ledger.ts';
import type { CreditOutcome } from './ports.ts';
import type { SentCredit } from './post-documents.ts';

/** The two parts of a credit: what was put to orders, and what waits for a person. They add up to the document. */
const partsOf = ({ share: { tally } }: SentCredit, { openLines, matched }: CreditOutcome): readonly [Tally, Tally] => {
  const found = new Big(matched).div(100).times(-1);
  const isOpen = openLines > 0;
  return [
    { documents: isOpen ? 0 : tally.documents, lines: tally.lines - openLines, amount: isOpen ? found : tally.amount },
    {
      documents: isOpen ? tally.documents : 0,
      lines: openLines,
      amount: isOpen ? tally.amount.minus(found) : new Big(0),
    },
  ];
};

/** Enters what became of credits, line by line; a document with an open line waits as a document. */
export const enterCredits = (
  credits: readonly SentCredit[],
  outcomes: readonly CreditOutcome[],
  ledger: Ledger,
): void => {
  const known = new Map(outcomes.map((outcome) => [outcome.intakeId, outcome]));
  for (const credit of credits) {
    const { month, tally } = credit.share;
    const outcome = known.get(credit.intakeId) ?? { intakeId: credit.intakeId, openLines: tally.lines, matched: 0 };
    const [found, open] = partsOf(credit, { ...outcome, openLines: Math.min(outcome.openLines, tally.lines) });
    ledger.enter({ month, tally: found }, 'CREDIT');
    ledger.enter({ month, tally: open }, 'CREDIT_OPEN');
  }
};
