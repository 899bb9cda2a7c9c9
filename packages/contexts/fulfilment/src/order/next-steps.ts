import type { Reaction } from '@waybill/engine';
import { hasTaken, type Progress } from './facts/progress.ts';
import {
  allocate,
  amend,
  creditReturn,
  invoiceDelivery,
  refund,
  sendInvoice,
  takeBackAllocations,
} from './rules/bill.ts';
import { cancelStopped, credit, deny, stop, unbill, uncollect, undo } from './rules/cancel.ts';
import { goOnWithinLimit, holdOverLimit, reserveCredit, reviseCredit } from './rules/credit-line.ts';
import { hold } from './rules/hold.ts';
import type { Policy, Rule, Step } from './rules/rule.ts';
import { keep, reserve, restock, ship, shortage } from './rules/stock.ts';
import { complete, confirm, expire, release, request, reschedule } from './rules/way.ts';
import { creditSums, tellCredited } from './take-back/credit-rules.ts';
import { askBack, takeBack } from './take-back/take-back-rules.ts';

/** How something comes back is decided first: what is credited for it follows from that. */
const plans: readonly Rule[] = [takeBack, askBack];

/** When what follows. */
const rules: readonly Rule[] = [
  reserve,
  stop,
  cancelStopped,
  deny,
  undo,
  unbill,
  credit,
  keep,
  shortage,
  confirm,
  request,
  reserveCredit,
  reviseCredit,
  holdOverLimit,
  goOnWithinLimit,
  expire,
  release,
  reschedule,
  hold,
  ship,
  invoiceDelivery,
  sendInvoice,
  allocate,
  takeBackAllocations,
  restock,
  creditReturn,
  creditSums,
  tellCredited,
  amend,
  refund,
  complete,
  uncollect,
];

interface Taken {
  readonly progress: Progress;
  readonly steps: readonly Step[];
}

const take = ({ progress, steps }: Taken, some: readonly Rule[], orderId: string, policy: Policy): Taken => {
  const due = some.flatMap((rule) => rule(progress, orderId, policy)).filter(({ key }) => !hasTaken(progress, key));
  const noted = due.reduce((after, { note }) => note?.(after) ?? after, progress);
  const taken = [...noted.taken, ...due.map(({ key }) => key)];
  return { progress: { ...noted, taken }, steps: [...steps, ...due] };
};

/** Takes every step that has become due. */
export const takeSteps = (before: Progress, orderId: string, policy: Policy): Reaction<Progress> => {
  const planned = take({ progress: before, steps: [] }, plans, orderId, policy);
  const { progress: state, steps } = take(planned, rules, orderId, policy);
  return {
    state,
    commands: steps.flatMap(({ commands }) => commands()),
    timers: steps.flatMap(({ timers = [] }) => timers),
  };
};
