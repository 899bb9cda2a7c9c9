import { send } from '@waybill/engine';
import { shipping } from '../../neighbours.ts';
import { hasTaken, type Progress } from '../facts/progress.ts';
import { isSentOut, lacksPayment } from '../facts/read.ts';
import type { Rule } from './rule.ts';

const UNPAID = 'Not paid in full any more';

/** Why nothing more of it is to leave the house; null where it may. */
const reasonToHold = (progress: Progress): string | null =>
  progress.holds.at(-1)?.reason ?? (lacksPayment(progress) && !isSentOut(progress) ? UNPAID : null);

/** What shipping was told last. States of before tell it by the steps that were taken. */
const toldBefore = (progress: Progress): string | null => {
  const { heldFor, holds } = progress;
  if (heldFor !== undefined) return heldFor;
  return holds.findLast(({ id }) => hasTaken(progress, `hold ${id}`))?.reason ?? null;
};

/** What sales holds, and what is not paid any more, shipping holds. */
export const hold: Rule = (progress, orderId) => {
  const heldFor = reasonToHold(progress);
  if (heldFor === toldBefore(progress)) return [];
  const nth = progress.taken.filter((step) => step.startsWith('hold ')).length;
  return [
    {
      key: `hold ${nth}`,
      commands: () => [
        heldFor === null
          ? send(shipping.ReleaseDelivery, { orderId })
          : send(shipping.HoldDelivery, { orderId, reason: heldFor }),
      ],
      note: (after) => ({ ...after, heldFor }),
    },
  ];
};
