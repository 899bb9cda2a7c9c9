import type { Match } from './events.ts';
import type { Purchase } from './state.ts';
import { worthOf } from './worth.ts';

/** What can still come back of some orders: pieces by line, and money by order. A match takes its part away. */
export interface Shelf {
  readonly orders: readonly Purchase[];
  pieces(orderId: string, lineId: string): number;
  /** Minor units. */
  credit(orderId: string): number;
  take(match: Match): void;
}

export const createShelf = (orders: readonly Purchase[]): Shelf => {
  const left = new Map<string, number>();
  const money = new Map<string, number>();
  for (const order of orders) {
    money.set(order.orderId, worthOf(order.lines, order.currency) - order.credited);
    for (const { lineId, quantity } of order.lines)
      left.set(`${order.orderId} ${lineId}`, quantity - (order.returned[lineId] ?? 0));
  }
  const pieces = (orderId: string, lineId: string): number => left.get(`${orderId} ${lineId}`) ?? 0;
  const credit = (orderId: string): number => money.get(orderId) ?? 0;
  return {
    orders,
    pieces,
    credit,
    take({ orderId, lineId, quantity, amount }) {
      if (lineId !== null) left.set(`${orderId} ${lineId}`, pieces(orderId, lineId) - quantity);
      money.set(orderId, credit(orderId) - amount);
    },
  };
};
