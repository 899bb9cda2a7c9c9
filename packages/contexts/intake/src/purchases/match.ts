import { lineAmount } from '@waybill/kernel';
import Big from 'big.js';
import type { ReturnedLine } from '../message/content.ts';
import type { Match } from './events.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { OpenCancellation, Purchase, Purchases } from './state.ts';

/** Codes that credit a sum and bring nothing back: discount, manual, samples. */
const AMOUNT_ONLY: ReadonlySet<string> = new Set(['D', 'M', 'S']);

const isSamePrice = (one: string, other: string): boolean => new Big(one).eq(other);

export interface Found {
  readonly matches: readonly Match[];
  /** What is left of the cancellation's lines. */
  readonly rest: readonly ReturnedLine[];
}

/** Orders that can be meant, the latest first: what was not bought yet cannot come back. */
export const eligible = (
  { purchases }: Purchases,
  { happenedAt, currency }: Pick<OpenCancellation, 'happenedAt' | 'currency'>,
): Purchase[] =>
  Object.values(purchases)
    .filter((purchase) => purchase.happenedAt <= happenedAt && purchase.currency === currency)
    .sort((a, b) =>
      a.happenedAt === b.happenedAt
        ? Number(a.externalOrderId < b.externalOrderId) - Number(a.externalOrderId > b.externalOrderId)
        : Number(a.happenedAt < b.happenedAt) - Number(a.happenedAt > b.happenedAt),
    );

const samePriceFirst = (wanted: ReturnedLine, orders: readonly Purchase[]) => {
  const places = orders.flatMap((order) =>
    order.lines.filter(({ sku }) => sku === wanted.sku).map((line) => ({ order, line })),
  );
  const same = places.filter(({ line }) => isSamePrice(line.unitPrice, wanted.unitPrice));
  return [...same, ...places.filter((place) => !same.includes(place))];
};

/** So many pieces at this price do not cost more than what can still be credited. */
const affordable = (pieces: number, unitPrice: string, currency: string, credit: number): number => {
  if (lineAmount(pieces, unitPrice, currency) <= credit) return pieces;
  let fit = Math.max(0, Math.floor(pieces * (credit / Math.max(1, lineAmount(pieces, unitPrice, currency)))));
  while (fit > 0 && lineAmount(fit, unitPrice, currency) > credit) fit -= 1;
  return fit;
};

const findLine = (wanted: ReturnedLine, currency: string, shelf: Shelf): Found => {
  const { kind, sku, description, unitPrice } = wanted;
  const matches: Match[] = [];
  let open = wanted.quantity;
  // Pieces of one line add up to the line: each takes its share of the rounded whole.
  const share = (from: number, count: number) =>
    lineAmount(from + count, unitPrice, currency) - lineAmount(from, unitPrice, currency);
  for (const { order, line } of samePriceFirst(wanted, shelf.orders)) {
    if (open === 0) break;
    const { orderId, externalOrderId } = order;
    const there = Math.min(open, shelf.pieces(orderId, line.lineId));
    const quantity = affordable(there, unitPrice, currency, shelf.credit(orderId));
    if (quantity <= 0) continue;
    const amount = share(wanted.quantity - open, quantity);
    const match = {
      orderId,
      externalOrderId,
      lineId: line.lineId,
      kind,
      sku,
      description,
      quantity,
      unitPrice,
      amount,
    };
    if (amount > shelf.credit(orderId)) continue;
    shelf.take(match);
    matches.push(match);
    open -= quantity;
  }
  return { matches, rest: open > 0 ? [{ ...wanted, quantity: open }] : [] };
};

/** A sum of money: the latest order that it fits into. */
const findAmount = (wanted: ReturnedLine, currency: string, shelf: Shelf): Found => {
  const { kind, sku, description, quantity, unitPrice } = wanted;
  const amount = lineAmount(quantity, unitPrice, currency);
  const order = shelf.orders.find(({ orderId }) => shelf.credit(orderId) >= amount);
  if (!order) return { matches: [], rest: [wanted] };
  const { orderId, externalOrderId } = order;
  const match = { orderId, externalOrderId, lineId: null, kind, sku, description, quantity, unitPrice, amount };
  shelf.take(match);
  return { matches: [match], rest: [] };
};

/**
 * Finds where each line of a cancellation was bought: same product, enough not yet returned, the same price first, then
 * the latest order; split over orders where one alone does not suffice. Nothing is credited above what an order cost.
 */
export const findMatches = (
  orders: readonly Purchase[],
  { lines, currency }: Pick<OpenCancellation, 'lines' | 'currency'>,
): Found => {
  const shelf = createShelf(orders);
  const found = lines.map((line) =>
    AMOUNT_ONLY.has(line.sku) ? findAmount(line, currency, shelf) : findLine(line, currency, shelf),
  );
  return { matches: found.flatMap(({ matches }) => matches), rest: found.flatMap(({ rest }) => rest) };
};
