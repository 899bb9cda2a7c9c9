import type { HeardOf } from './heard.ts';
import type { Credit, Progress } from './progress.ts';

const nothingAsked: Credit = { told: 0, revision: 0, answer: null, overridden: false };

/** What the customer's credit line answers. */
export const learnCredit = (progress: Progress, event: HeardOf<'CreditReserved' | 'CreditRefused'>): Progress => {
  const { credit = nothingAsked } = progress;
  if (event.type === 'CreditReserved') return { ...progress, credit: { ...credit, answer: 'RESERVED' } };
  const { limit, reserved: used, amount } = event.data;
  return { ...progress, credit: { ...credit, answer: 'REFUSED', over: { limit, used, amount } } };
};

/** A person lets an order go on that was held for its credit. */
export const learnReleased = (progress: Progress): Progress => {
  const { credit, holds } = progress;
  const isMeant = credit?.answer === 'REFUSED' && holds.at(-1)?.forCredit === true;
  return isMeant ? { ...progress, credit: { ...credit, overridden: true } } : progress;
};

/** Asked for so much, at first. */
export const askedFor = (progress: Progress, amount: number): Progress => ({
  ...progress,
  credit: { ...(progress.credit ?? nothingAsked), told: amount },
});
