import { setTimeout as wait } from 'node:timers/promises';
import type { CommandOutcome, CommandRequest } from '@waybill/engine';
import { type DeliverableOrder, deliver } from './commands-of.ts';
import { concurrently } from './concurrently.ts';
import type { ImportProblem } from './ledger.ts';
import type { ScheduledDelivery } from './ports.ts';

export interface DeliveringPorts {
  readonly execute: (request: CommandRequest) => Promise<CommandOutcome>;
  readonly deliveriesOf: (orderIds: readonly string[]) => Promise<readonly ScheduledDelivery[]>;
  readonly onProblem: (problem: ImportProblem) => void;
  readonly onDelivered: () => void;
}

export interface DeliveringOptions {
  readonly concurrency: number;
  /** Milliseconds without any new delivery after which the rest is given up. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

const LOOKED_FOR_AT_ONCE = 500;
const PAUSE = 50;

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
 * Waits until shipping has scheduled the deliveries of these orders, which takes a worker, and takes each to the
 * customer's door. An order whose delivery does not appear is a problem of the report, not an endless wait.
 */
export const deliverOrders = async (
  orders: readonly DeliverableOrder[],
  ports: DeliveringPorts,
  { concurrency, patience, signal }: DeliveringOptions,
): Promise<void> => {
  const waiting = new Map(orders.map((order) => [order.orderId, order]));
  let lastSeen = Date.now();
  while (waiting.size > 0 && !signal.aborted) {
    const scheduled = await ports.deliveriesOf([...waiting.keys()].slice(0, LOOKED_FOR_AT_ONCE));
    await concurrently(scheduled, concurrency, async (delivery) => {
      const order = waiting.get(delivery.orderId);
      if (!order || signal.aborted) return;
      await deliverOne(order, delivery, ports);
      waiting.delete(order.orderId);
      ports.onDelivered();
    });
    if (scheduled.length > 0) lastSeen = Date.now();
    else if (Date.now() - lastSeen > patience) break;
    else await wait(PAUSE);
  }
  if (signal.aborted) return;
  for (const { externalId } of waiting.values()) {
    const reason = `no delivery was scheduled within ${patience / 1000} s; see the worker's log, then import again`;
    ports.onProblem({ document: externalId, what: 'UNDELIVERED', reason });
  }
};
