import type { Wait } from '@waybill/engine';
import { hasTaken, type Progress } from './facts/progress.ts';
import {
  isAnswered,
  isDelivered,
  isGoingOn,
  isInvoiced,
  isOnCredit,
  isOver,
  isSettled,
  isWaitingForCredit,
  lacksPayment,
} from './facts/read.ts';
import { isPromised } from './rules/stock.ts';

/**
 * What an order can wait for, and for how long. What answers by itself is due soon; customers and carriers get days.
 * Lateness is shown to a person, who decides.
 */
export const waits = {
  order: { for: 'the order itself, of which only consequences are known', deadline: { hours: 1 }, late: 'alarm' },
  stock: { for: 'the answer whether it is in stock', deadline: { minutes: 10 }, late: 'alarm' },
  goods: { for: 'goods that are not in stock', deadline: { days: 30 }, late: 'alarm' },
  confirmation: { for: 'the confirmation by sales', deadline: { minutes: 10 }, late: 'alarm' },
  payment: { for: 'the payment', deadline: { days: 7 }, late: 'alarm' },
  line: { for: 'the answer whether the customer may owe it', deadline: { minutes: 10 }, late: 'alarm' },
  limit: { for: "room under the customer's credit limit", deadline: { days: 30 }, late: 'alarm' },
  invoice: { for: 'the invoice', deadline: { minutes: 1 }, late: 'alarm' },
  settlement: { for: 'the payment to be allocated to the invoice', deadline: { minutes: 10 }, late: 'alarm' },
  credit: { for: 'the payment of what was delivered on credit', deadline: { days: 60 }, late: 'alarm' },
  delivery: { for: 'the delivery', deadline: { days: 14 }, late: 'alarm' },
  stop: { for: 'the answer of shipping to the cancellation', deadline: { hours: 1 }, late: 'alarm' },
  cancellation: { for: 'the cancellation to be recorded', deadline: { minutes: 10 }, late: 'alarm' },
  refund: { for: 'the refund to go out', deadline: { days: 1 }, late: 'alarm' },
  back: { for: 'goods to come back, and their credit note', deadline: { days: 30 }, late: 'alarm' },
  decision: {
    for: 'a decision: its shipment was stopped, and it was not cancelled',
    deadline: { days: 1 },
    late: 'alarm',
  },
  /** Orders of long ago raise no alarm that anybody would live to see. */
  history: { for: 'the rest of its history', deadline: { days: 36_500 }, late: 'alarm' },
} as const satisfies Readonly<Record<string, Wait<Progress>>>;

type WaitName = keyof typeof waits;
type Condition = readonly [wait: WaitName, isOpen: (progress: Progress) => boolean];

/** What an order waits for on its way, each by its condition. */
const onTheWay: readonly Condition[] = [
  ['order', ({ placed }) => placed === null],
  ['stock', (progress) => isGoingOn(progress) && !isAnswered(progress)],
  ['goods', (progress) => isGoingOn(progress) && isAnswered(progress) && !isPromised(progress)],
  ['stop', ({ asks }) => asks.some(({ answer }) => !answer)],
  ['cancellation', (progress) => isToBeRecorded(progress)],
  ['confirmation', (progress) => isGoingOn(progress) && hasTaken(progress, 'confirm') && !progress.confirmed],
  ['payment', (progress) => lacksPayment(progress) || isToBePaid(progress)],
  ['line', (progress) => isGoingOn(progress) && isWaitingForCredit(progress) && progress.credit?.answer == null],
  ['limit', (progress) => isGoingOn(progress) && isWaitingForCredit(progress) && progress.credit?.answer != null],
  ['decision', (progress) => isOver(progress) && !isToBeRecorded(progress)],
  ['invoice', (progress) => isUnderWay(progress) && !isInvoiced(progress)],
  ['settlement', (progress) => !isOver(progress) && isPaidBefore(progress) && !isSettled(progress)],
  ['credit', (progress) => !isOver(progress) && isOnCredit(progress) && !isSettled(progress)],
  ['delivery', (progress) => isUnderWay(progress) && !isDelivered(progress)],
];

const isToBePaid = (progress: Progress): boolean =>
  isGoingOn(progress) && progress.confirmed && !isWaitingForCredit(progress) && !hasTaken(progress, 'release');
const isPaidBefore = (progress: Progress): boolean => !isOnCredit(progress) && !lacksPayment(progress);
const isUnderWay = (progress: Progress): boolean => !isOver(progress) && hasTaken(progress, 'release');
const isToBeRecorded = (progress: Progress): boolean =>
  hasTaken(progress, 'expire') || progress.asks.some(({ answer, recorded }) => answer?.kind === 'STOPPED' && !recorded);

/** Its last step was taken: nothing is waited for but money that goes back. */
export const hasEnded = (progress: Progress): boolean =>
  progress.cancelled || progress.expired || hasTaken(progress, 'complete');

export const waitsOf = (progress: Progress): readonly WaitName[] => {
  if (progress.foreign) return [];
  const { placed, money, takeBacks } = progress;
  const afterwards: readonly WaitName[] = [
    ...(money.refunds.length > 0 ? (['refund'] as const) : []),
    ...(takeBacks.some(({ told }) => !told) ? (['back'] as const) : []),
  ];
  if (hasEnded(progress)) return placed?.historic ? [] : afterwards;
  if (placed?.historic) return ['history'];
  return [...onTheWay.filter(([, isOpen]) => isOpen(progress)).map(([wait]) => wait), ...afterwards];
};
