import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing } from '@waybill/kernel';
import type { creditLineCommands } from './commands.ts';
import { type CreditLine, claimOf, evolve } from './credit-line.ts';
import type { CreditLineEvent } from './events.ts';
import { acceptAndServe, fits, grant } from './serve-waiting.ts';

export const applyCreditLimit = (
  { limit, revision }: CommandData<typeof creditLineCommands.ApplyCreditLimit>,
  line: CreditLine,
): Decision<CreditLineEvent> =>
  revision <= line.limitRevision
    ? nothing
    : acceptAndServe(line, { type: 'CreditLimitApplied', data: { limit, revision } });

/** The answer is an event either way. */
export const reserveCredit = (
  { orderId, amount: asked, byHand }: CommandData<typeof creditLineCommands.ReserveCredit>,
  line: CreditLine,
): Decision<CreditLineEvent> => {
  const claim = claimOf(line, orderId);
  if (claim?.status === 'RESERVED') return nothing;
  const waited = claim?.status === 'WAITING';
  if (waited && !byHand) return nothing;
  const amount = claim?.amount ?? asked;
  const { limit, reserved } = line;
  if (byHand || limit === null || fits(line, amount))
    return accept(grant(line, { orderId, amount }, { waited, byHand }));
  const over = reserved + amount - limit;
  return accept<CreditLineEvent>({ type: 'CreditRefused', data: { orderId, amount, reserved, limit, over } });
};

export const reviseCredit = (
  { orderId, open, granted, revision }: CommandData<typeof creditLineCommands.ReviseCredit>,
  line: CreditLine,
): Decision<CreditLineEvent> => {
  if (revision <= (claimOf(line, orderId)?.revision ?? 0)) return nothing;
  const revised = (reserved: number): CreditLineEvent => ({
    type: 'CreditRevised',
    data: { orderId, open, granted, reserved, revision },
  });
  // What is reserved does not depend on what the event says of it.
  return acceptAndServe(line, revised(evolve(line, revised(0)).reserved));
};
