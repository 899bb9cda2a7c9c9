import { useState } from 'react';
import type { Outcome } from './use-command.ts';

/**
 * The version a person decides on: the one on screen when the question was opened, however the page moves on meanwhile.
 * After a conflict was shown, it is the version that was conflicted with.
 */
export const useVersionSeen = (current: number): [seen: number, answered: (outcome: Outcome<unknown>) => void] => {
  const [seen, setSeen] = useState(current);
  const answered = (outcome: Outcome<unknown>) => {
    if (outcome.kind === 'refused' && outcome.refusal.actualVersion !== undefined)
      setSeen(outcome.refusal.actualVersion);
  };
  return [seen, answered];
};
