import { defineProcess, type Reaction } from '@waybill/engine';
import { isBenign } from './benign.ts';
import { adopt } from './facts/adopt.ts';
import { events, orderOf } from './facts/heard.ts';
import { learn } from './facts/learn.ts';
import { type Progress, unknown } from './facts/progress.ts';
import { takeSteps } from './next-steps.ts';
import type { Policy } from './rules/rule.ts';
import { EXPIRY } from './rules/way.ts';
import { learnRefused } from './take-back/refused.ts';
import { waits, waitsOf } from './waits.ts';

/**
 * The order's way: placed → reserved → confirmed → paid, or on credit → invoiced and delivered → completed; and back from
 * any point of it, by cancellations, returns, or because nobody pays.
 */
export const orderProcessOf = (policy: Policy) =>
  defineProcess({
    name: 'fulfilment.order',
    startFrom: 'beginning',
    events,
    instance: (event) => orderOf(event) ?? event.id,
    initial: unknown,
    waits: { ...waits, payment: { ...waits.payment, deadline: policy.timeToPay } },
    waiting: (state) => waitsOf(adopt(state)),
    react: (before, event): Reaction<Progress> => {
      const orderId = orderOf(event);
      const known = adopt(before);
      return orderId === null
        ? { state: { ...known, foreign: true } }
        : takeSteps(learn(known, event), orderId, policy);
    },
    onTimer: (before, { instance, name }): Reaction<Progress> => {
      const known = adopt(before);
      return name === EXPIRY ? takeSteps({ ...known, overdue: true }, instance, policy) : { state: known };
    },
    onRefusal: (before, refusal): Reaction<Progress> | 'trouble' => {
      const known = adopt(before);
      const { instance, code } = refusal.data;
      const learned = learnRefused(known, refusal);
      if (learned) return takeSteps(learned, instance, policy);
      return isBenign(code) ? { state: known } : 'trouble';
    },
  });
