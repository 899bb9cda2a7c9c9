import { setTimeout as wait } from 'node:timers/promises';
import { concurrently } from './concurrently.ts';

export interface AwaitingOptions {
  readonly concurrency: number;
  /** Milliseconds without any answer after which the rest is given up. */
  readonly patience: number;
  readonly signal: AbortSignal;
}
interface OfOrder {
  readonly orderId: string;
}

const LOOKED_FOR_AT_ONCE = 500;
const PAUSE = 50;

/**
 * Waits until the house has an answer for each of these orders, which takes a worker, and hands each to `task`. Answers
 * with those that nothing was heard of.
 */
export const awaitAnswers = async <Order extends OfOrder, Answer extends OfOrder>(
  orders: readonly Order[],
  answersAmong: (orderIds: readonly string[]) => Promise<readonly Answer[]>,
  task: (order: Order, answer: Answer) => Promise<void>,
  { concurrency, patience, signal }: AwaitingOptions,
): Promise<readonly Order[]> => {
  const waiting = new Map(orders.map((order) => [order.orderId, order]));
  let lastSeen = Date.now();
  while (waiting.size > 0 && !signal.aborted) {
    const answers = await answersAmong([...waiting.keys()].slice(0, LOOKED_FOR_AT_ONCE));
    await concurrently(answers, concurrency, async (answer) => {
      const order = waiting.get(answer.orderId);
      if (!order || signal.aborted) return;
      waiting.delete(answer.orderId);
      await task(order, answer);
    });
    if (answers.length > 0) lastSeen = Date.now();
    else if (Date.now() - lastSeen > patience) break;
    else await wait(PAUSE);
  }
  return [...waiting.values()];
};
