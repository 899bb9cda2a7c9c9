import type { ReturnedLine } from '../message/content.ts';
import type { Candidate } from './events.ts';
import type { OpenCancellation, Purchase, Purchases } from './state.ts';

const MOST = 10;

/** Why somebody might think of this order, and why it was not taken; null where nothing speaks for it. */
const reasonFor = (order: Purchase, lines: readonly ReturnedLine[], { happenedAt, currency }: OpenCancellation) => {
  const skus = new Set(lines.map(({ sku }) => sku));
  const bought = order.lines.filter(({ sku }) => skus.has(sku));
  const [first] = bought;
  if (!first) return null;
  const left = bought.reduce((sum, { lineId, quantity }) => sum + quantity - (order.returned[lineId] ?? 0), 0);
  if (order.currency !== currency) return `bought ${first.sku} in ${order.currency}`;
  if (order.happenedAt > happenedAt) return `bought ${first.sku}, but later than the cancellation`;
  return `bought ${first.sku}, of which ${left} can still come back`;
};

/** Orders of the same customer that have one of the products, the latest first; ten at most. */
export const candidatesFor = (
  { purchases }: Purchases,
  cancellation: OpenCancellation,
  lines: readonly ReturnedLine[],
): Candidate[] =>
  Object.values(purchases)
    .sort((a, b) => Number(a.happenedAt < b.happenedAt) - Number(a.happenedAt > b.happenedAt))
    .flatMap((order) => {
      const reason = reasonFor(order, lines, cancellation);
      const { orderId, externalOrderId, happenedAt } = order;
      return reason ? [{ orderId, externalOrderId, happenedAt, reason }] : [];
    })
    .slice(0, MOST);
