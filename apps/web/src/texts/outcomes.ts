export const outcomes = {
  unanswered: 'No answer',
  unansweredText: 'It is not known whether it happened. Try again: the same request never has a second effect.',
  conflict: 'Changed since you opened it',
  conflictText: (changes: string) => `Meanwhile: ${changes}. The page shows it now; try again if you still want to.`,
  conflictUnknown: 'The page shows the latest state now; try again if you still want to.',
};
