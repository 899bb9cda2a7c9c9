import { setTimeout as wait } from 'node:timers/promises';
import { concurrently } from './concurrently.ts';
import type { ImportPorts, TakenOrder } from './ports.ts';

export interface AwaitingOptions {
  readonly concurrency: number;
  /** Milliseconds without any answer after which the rest is given up. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

const LOOKED_FOR_AT_ONCE = 500;
const PAUSE = 50;

/**
 * Waits until sales has placed these orders or has said no, and hands each answer to `task`. Answers with those that
 * nothing was heard of.
 */
export const awaitOrders = async <T extends { readonly orderId: string }>(
  orders: readonly T[],
  takenAmong: ImportPorts['takenAmong'],
  task: (order: T, taken: TakenOrder) => Promise<void>,
  { concurrency, patience, signal }: AwaitingOptions,
): Promise<readonly T[]> => {
  const waiting = new Map(orders.map((order) => [order.orderId, order]));
  let lastSeen = Date.now();
  while (waiting.size > 0 && !signal.aborted) {
    const taken = await takenAmong([...waiting.keys()].slice(0, LOOKED_FOR_AT_ONCE));
    await concurrently(taken, concurrency, async (answer) => {
      const order = waiting.get(answer.orderId);
      if (!order || signal.aborted) return;
      waiting.delete(answer.orderId);
      await task(order, answer);
    });
    if (taken.length > 0) lastSeen = Date.now();
    else if (Date.now() - lastSeen > patience) break;
    else await wait(PAUSE);
  }
  return [...waiting.values()];
};
