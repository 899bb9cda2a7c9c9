import type { AnyAggregate, JointCommand, Recorded } from '@waybill/engine';
import { context, recorded } from '@waybill/engine/testing';
import type { Decision } from '@waybill/kernel';
import type { OrderPaymentEvent } from '../order-payment/events.ts';
import { OrderPayment } from '../order-payment/order-payment.ts';
import type { OrderPaymentState } from '../order-payment/state.ts';
import type { PaymentReferenceEvent } from '../payment-reference/events.ts';
import { failPayment } from '../payment-reference/fail-payment.ts';
import { keepPaymentAsCredit } from '../payment-reference/keep-payment-as-credit.ts';
import { matchPayment } from '../payment-reference/match-payment.ts';
import { PaymentReference, type PaymentReferenceState } from '../payment-reference/payment-reference.ts';
import { recordIncomingPayment } from '../payment-reference/record-incoming-payment.ts';
import { refundUnallocatedPayment } from '../payment-reference/refund-unallocated-payment.ts';

const joint: readonly JointCommand[] = [
  recordIncomingPayment,
  matchPayment,
  keepPaymentAsCredit,
  refundUnallocatedPayment,
  failPayment,
];
type Event = OrderPaymentEvent | PaymentReferenceEvent;
const process = { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } as const;

/** Both aggregates and all their commands in memory: for tests that let things happen to several streams. */
export const paymentBooks = () => {
  const states = new Map<string, unknown>();
  const events: Recorded<Event>[] = [];
  const stateOf = (aggregate: AnyAggregate, id: string): unknown =>
    states.has(`${aggregate.category}-${id}`) ? states.get(`${aggregate.category}-${id}`) : aggregate.initial;
  const record = (aggregate: AnyAggregate, id: string, event: Event) => {
    const streamId = `${aggregate.category}-${id}`;
    states.set(streamId, aggregate.evolve(stateOf(aggregate, id), event));
    const version = events.filter((earlier) => earlier.streamId === streamId).length + 1;
    const at = { position: events.length + 1, streamId, category: aggregate.category, version };
    events.push(recorded<Event>(id, event, at));
  };

  const decideJointly = (command: JointCommand, id: string, data: object): Decision<unknown> => {
    const self = stateOf(command.owner, id);
    const companions = command.companions(data, self, context);
    const known = Object.entries(companions).map(([name, [aggregate, of]]) => [name, stateOf(aggregate, of)]);
    const decision = command.decide(data, { self, ...Object.fromEntries(known) }, context);
    if (decision.kind === 'accepted')
      for (const { on, event } of decision.events) {
        const [aggregate, of] = companions[on] ?? [command.owner, id];
        record(aggregate, of, event as Event);
      }
    return decision;
  };

  return {
    events: events as readonly Recorded<Event>[],
    order: (id: string) => stateOf(OrderPayment, id) as OrderPaymentState,
    payment: (id: string) => stateOf(PaymentReference, id) as PaymentReferenceState,
    /** Answers with the refusal's code, or with 'accepted'. */
    execute: (type: string, data: Readonly<Record<string, unknown>>, by: 'person' | 'process' = 'person'): string => {
      const command = joint.find((one) => one.command.type === type);
      const byOrder = type in OrderPayment.commands;
      const aggregate = byOrder ? OrderPayment : PaymentReference;
      const id = String(byOrder ? data.orderId : data.paymentId);
      if (command) return codeOf(decideJointly(command, id, data));
      const at = by === 'process' ? { ...context, actor: process } : context;
      const decision: Decision<Event> = aggregate.decide(type, data, stateOf(aggregate, id) as never, at);
      if (decision.kind === 'accepted') for (const event of decision.events) record(aggregate, id, event);
      return codeOf(decision);
    },
  };
};
const codeOf = (decision: Decision<unknown>): string =>
  decision.kind === 'refused' ? decision.refusal.code : decision.kind;
