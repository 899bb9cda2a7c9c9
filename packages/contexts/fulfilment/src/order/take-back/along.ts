import type { Progress } from '../facts/progress.ts';
import { isOnCredit } from '../facts/read.ts';
import { chargesOf } from './plan.ts';
import type { TakeBack } from './take-back.ts';

/** Charges and sums go along with the first return, where there is but one invoice that they can be on. */
export const isTakenAlong = (progress: Progress, { plan }: TakeBack): boolean =>
  !isOnCredit(progress) && plan?.parcels[0] !== undefined && !plan.parcels[0].refused;

/** What brings nothing back has a credit note of its own. */
export const isForItself = (progress: Progress, one: TakeBack): boolean =>
  one.plan !== null && !isTakenAlong(progress, one) && (one.amounts.length > 0 || chargesOf(progress, one).length > 0);
