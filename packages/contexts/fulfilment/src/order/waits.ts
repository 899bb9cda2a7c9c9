import type { Wait } from '@waybill/engine';
import { hasTaken, type Progress } from './progress.ts';

/**
 * What an order can wait for, and for how long. What answers by itself is due soon; customers and carriers get days.
 * Lateness is shown to a person, who decides: no order is cancelled because nobody answered.
 */
export const waits = {
  order: { for: 'the order itself, of which only consequences are known', deadline: { hours: 1 }, late: 'alarm' },
  confirmation: { for: 'the confirmation by sales', deadline: { minutes: 10 }, late: 'alarm' },
  payment: { for: 'the payment', deadline: { days: 7 }, late: 'alarm' },
  invoice: { for: 'the invoice', deadline: { minutes: 1 }, late: 'alarm' },
  settlement: { for: 'the payment to be allocated to the invoice', deadline: { minutes: 10 }, late: 'alarm' },
  delivery: { for: 'the delivery', deadline: { days: 14 }, late: 'alarm' },
  stop: { for: 'the answer of shipping to the cancellation', deadline: { hours: 1 }, late: 'alarm' },
  cancellation: { for: 'the cancellation to be recorded', deadline: { minutes: 10 }, late: 'alarm' },
  decision: {
    for: 'a decision: its shipment was stopped, and it was not cancelled',
    deadline: { days: 1 },
    late: 'alarm',
  },
} as const satisfies Readonly<Record<string, Wait<Progress>>>;

type WaitName = keyof typeof waits;

/** What the order waits for, each by its condition. */
const open: readonly [wait: WaitName, isOpen: (progress: Progress) => boolean][] = [
  ['order', ({ placed }) => placed === null],
  ['stop', ({ cancelling, stopped }) => cancelling !== null && !stopped],
  ['cancellation', ({ cancelling, stopped }) => cancelling !== null && stopped],
  ['confirmation', (progress) => progress.placed !== null && !progress.confirmed && isGoingOn(progress)],
  ['payment', (progress) => progress.confirmed && !progress.paid && isGoingOn(progress)],
  ['decision', (progress) => progress.cancelling === null && progress.stopped && !hasTaken(progress, 'release')],
  ['invoice', (progress) => hasTaken(progress, 'release') && progress.invoice === null],
  ['settlement', ({ invoice, invoicePaid }) => invoice !== null && !invoicePaid],
  [
    'delivery',
    (progress) => hasTaken(progress, 'release') && progress.placed?.hasGoods === true && !progress.delivered,
  ],
];

const isGoingOn = ({ cancelling, stopped }: Progress): boolean => cancelling === null && !stopped;

/** Its last step was taken: nothing is waited for any more. */
export const hasEnded = (progress: Progress): boolean => progress.cancelled || hasTaken(progress, 'complete');

export const waitsOf = (progress: Progress): readonly WaitName[] =>
  hasEnded(progress) ? [] : open.filter(([, isOpen]) => isOpen(progress)).map(([wait]) => wait);
