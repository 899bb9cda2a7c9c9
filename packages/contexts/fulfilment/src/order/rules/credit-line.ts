import { creditLineIdOf } from '@waybill/customers/contract';
import { send } from '@waybill/engine';
import { formatMoney } from '@waybill/kernel';
import type { OverCredit } from '@waybill/sales/contract';
import { customers, sales } from '../../neighbours.ts';
import { askedFor } from '../facts/learn-credit.ts';
import type { Credit, Placed, Progress } from '../facts/progress.ts';
import { creditNeeded, isGoingOn, isWaitingForCredit, openCredit } from '../facts/read.ts';
import type { Rule, Step } from './rule.ts';

const lineOf = ({ customerId = '', currency }: Placed): string => creditLineIdOf(customerId, currency);

/** What a confirmed order is going to owe is taken from what its customer may. */
export const reserveCredit: Rule = (progress, orderId) => {
  const { placed } = progress;
  if (!placed || !isGoingOn(progress) || !isWaitingForCredit(progress)) return [];
  const amount = openCredit(progress);
  return [
    {
      key: 'credit',
      commands: () => [send(customers.ReserveCredit, { creditLineId: lineOf(placed), orderId, amount, byHand: false })],
      note: (after) => askedFor(after, amount),
    },
  ];
};

const withCredit = (after: Progress, change: Partial<Credit>): Progress =>
  after.credit ? { ...after, credit: { ...after.credit, ...change } } : after;

/** Paid, credited, cancelled, written off, or open again as a payment bounced: the line is told what is open now. */
export const reviseCredit: Rule = (progress, orderId) => {
  const { placed, credit } = progress;
  if (!placed || !credit || !creditNeeded(progress)) return [];
  const open = openCredit(progress);
  if (open === credit.told) return [];
  const revision = credit.revision + 1;
  const granted = credit.answer === 'RESERVED';
  return [
    {
      key: `credit ${revision}`,
      commands: () => [
        send(customers.ReviseCredit, { creditLineId: lineOf(placed), orderId, open, granted, revision }),
      ],
      note: (after) => withCredit(after, { told: open, revision }),
    },
  ];
};

const overBy = ({ limit, used, amount }: OverCredit, currency: string): string =>
  formatMoney({ amount: used + amount - limit, currency });

/** What is over the limit is held, until there is room, or a person lets it go on. A hold of another reason comes first. */
export const holdOverLimit: Rule = (progress, orderId): readonly Step[] => {
  const { placed, credit, holds } = progress;
  const over = credit?.over;
  if (!placed || !over || credit.answer !== 'REFUSED' || !isGoingOn(progress) || !progress.confirmed) return [];
  if (credit.overridden) {
    const ask = { creditLineId: lineOf(placed), orderId, amount: credit.told, byHand: true };
    return [{ key: 'override credit', commands: () => [send(customers.ReserveCredit, ask)] }];
  }
  if (holds.at(-1)?.reason) return [];
  const reason = `Over the credit limit by ${overBy(over, placed.currency)}`;
  return [
    {
      key: `over the limit ${holds.length}`,
      commands: () => [send(sales.HoldOrder, { orderId, reason, credit: over })],
    },
  ];
};

/** There is room by now: what was held for its credit goes on by itself. */
export const goOnWithinLimit: Rule = (progress, orderId) => {
  const { credit, holds } = progress;
  const isHeldForIt = credit?.answer === 'RESERVED' && holds.at(-1)?.forCredit === true;
  if (!isHeldForIt || !isGoingOn(progress)) return [];
  return [
    {
      key: `within the limit ${holds.length}`,
      commands: () => [send(sales.ReleaseOrder, { orderId, override: null, withinLimit: true })],
    },
  ];
};
