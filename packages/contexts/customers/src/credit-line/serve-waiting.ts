import { accept, type Decision } from '@waybill/kernel';
import { type CreditLine, evolve } from './credit-line.ts';
import type { CreditLineEvent } from './events.ts';

/** What asks for nothing always fits. */
export const fits = ({ limit, reserved }: CreditLine, amount: number): boolean =>
  amount === 0 || limit === null || reserved + amount <= limit;

export const grant = (
  { limit, reserved }: CreditLine,
  { orderId, amount }: { readonly orderId: string; readonly amount: number },
  how: { readonly waited: boolean; readonly byHand: boolean },
): CreditLineEvent => ({
  type: 'CreditReserved',
  data: { orderId, amount, reserved: reserved + amount, limit, ...how },
});

/** This event, and whatever fits after it of what was refused: the oldest is asked first, a smaller one may pass it. */
export const acceptAndServe = (before: CreditLine, event: CreditLineEvent): Decision<CreditLineEvent> => {
  const events = [event];
  let line = evolve(before, event);
  for (const claim of line.claims) {
    if (claim.status !== 'WAITING' || !fits(line, claim.amount)) continue;
    const granted = grant(line, claim, { waited: true, byHand: false });
    events.push(granted);
    line = evolve(line, granted);
  }
  return accept<CreditLineEvent>(...events);
};
