import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { type AwaitingOptions, awaitAnswers } from './await-answers.ts';
import { type DeliverableOrder, deliver } from './commands-of.ts';
import type { ImportProblem } from './ledger.ts';
import type { ScheduledDelivery } from './ports.ts';

export interface DeliveringPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  readonly deliveriesOf: (orderIds: readonly string[]) => Promise<readonly ScheduledDelivery[]>;
  readonly onProblem: (problem: ImportProblem) => void;
  readonly onDelivered: () => void;
}

const deliverOne = async (
  order: DeliverableOrder,
  delivery: ScheduledDelivery,
  { execute, onProblem }: DeliveringPorts,
): Promise<void> => {
  for (const step of deliver(order, delivery)) {
    const outcome = await execute(step);
    if (outcome.status === 'accepted') continue;
    const reason = `${step.type}: ${outcome.refusal.message}`;
    return onProblem({ document: order.externalId, what: 'UNDELIVERED', reason });
  }
};

/**
 * Waits until shipping has scheduled the deliveries of these orders, and takes each to the customer's door. An order whose
 * delivery does not appear is a problem of the report, not an endless wait.
 */
export const deliverOrders = async (
  orders: readonly DeliverableOrder[],
  ports: DeliveringPorts,
  options: AwaitingOptions,
): Promise<void> => {
  const toTheDoor = async (order: DeliverableOrder, delivery: ScheduledDelivery) => {
    await deliverOne(order, delivery, ports);
    ports.onDelivered();
  };
  const unheard = await awaitAnswers(orders, ports.deliveriesOf, toTheDoor, options);
  if (options.signal.aborted) return;
  for (const { externalId } of unheard) {
    const reason = `no delivery was scheduled within ${options.patience / 1000} s; see the worker's log, then import again`;
    ports.onProblem({ document: externalId, what: 'UNDELIVERED', reason });
  }
};
