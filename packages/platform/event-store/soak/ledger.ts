import type { AppendResult, StoredOutcome } from '../src/event-store.ts';

/** What the writers were told: the oracle that the log is held against. */
export const createLedger = () => {
  const acknowledged = new Map<string, { first: number; last: number }>();
  const rolledBack = new Set<string>();
  const counts = { commits: 0, rollbacks: 0, unknown: 0 };

  return {
    acknowledged,
    rolledBack,
    counts,
    /** The store answered: from now on the events must be there, at these positions. */
    answered: (commandId: string, answer: AppendResult): void => {
      const told: AppendResult | StoredOutcome = answer.result === 'duplicate' ? answer.stored : answer;
      if (!('firstPosition' in told)) return;
      acknowledged.set(commandId, { first: told.firstPosition, last: told.lastPosition });
      counts.commits += 1;
    },
    rolledBackBy: (commandId: string): void => {
      rolledBack.add(commandId);
      counts.rollbacks += 1;
    },
    /** The connection broke before the answer: either way is right. */
    unknown: (): void => {
      counts.unknown += 1;
    },
  };
};

export type Ledger = ReturnType<typeof createLedger>;
