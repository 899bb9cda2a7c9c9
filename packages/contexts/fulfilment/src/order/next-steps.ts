import type { Reaction } from '@waybill/engine';
import { hasTaken, type Progress } from './facts/progress.ts';
import { allocate, amend, creditReturn, invoiceDelivery, refund, sendInvoice } from './rules/bill.ts';
import { credit, deny, stop, unbill, uncollect, undo } from './rules/cancel.ts';
import type { Rule } from './rules/rule.ts';
import { keep, reserve, restock, ship, shortage } from './rules/stock.ts';
import { complete, confirm, expire, hold, release, request, reschedule } from './rules/way.ts';

/** When what follows. */
const rules: readonly Rule[] = [
  reserve,
  stop,
  deny,
  undo,
  unbill,
  credit,
  keep,
  shortage,
  confirm,
  request,
  expire,
  release,
  reschedule,
  hold,
  ship,
  invoiceDelivery,
  sendInvoice,
  allocate,
  restock,
  creditReturn,
  amend,
  refund,
  complete,
  uncollect,
];

/** Takes every step that has become due. */
export const takeSteps = (progress: Progress, orderId: string): Reaction<Progress> => {
  const due = rules.flatMap((rule) => rule(progress, orderId)).filter(({ key }) => !hasTaken(progress, key));
  const noted = due.reduce((after, { note }) => note?.(after) ?? after, progress);
  return {
    state: { ...noted, taken: [...noted.taken, ...due.map(({ key }) => key)] },
    commands: due.flatMap(({ commands }) => commands),
    timers: due.flatMap(({ timers = [] }) => timers),
  };
};
