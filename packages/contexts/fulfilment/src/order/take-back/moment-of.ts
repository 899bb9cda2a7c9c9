import type { Progress } from '../facts/progress.ts';
import type { TakeBack } from './take-back.ts';

/** Of an order of long ago everything happened when the channel says. */
export const momentOf = ({ placed }: Progress, { happenedAt }: TakeBack): string | undefined =>
  placed?.historic ? happenedAt : undefined;
