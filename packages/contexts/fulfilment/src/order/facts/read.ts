import type { LineQuantity } from '@waybill/sales/contract';
import { add, type Count } from './count.ts';
import { type Ask, type GoodsLine, hasTaken, type Invoice, type Placed, type Progress } from './progress.ts';

/** Everything of the order was stopped: by a cancellation, by hand, or because its time was over. */
export const isOver = (progress: Progress): boolean =>
  progress.stopped ||
  progress.cancelled ||
  progress.expired ||
  hasTaken(progress, 'expire') ||
  progress.asks.some(({ answer }) => answer?.kind === 'STOPPED' && answer.everything);

const isAsked = ({ asks }: Progress): boolean => asks.some(({ answer }) => !answer);

/** Nothing new is begun while a cancellation waits for its answer. */
export const isGoingOn = (progress: Progress): progress is Progress & { readonly placed: Placed } =>
  progress.placed !== null && !isOver(progress) && !isAsked(progress);

export const isOnCredit = ({ placed }: Progress): boolean => (placed?.terms ?? 'PREPAID') !== 'PREPAID';

/** The pieces of an ask that inventory and shipping know of; null: everything. */
export const goodsOf = ({ placed }: Progress, { lines = null }: Ask): readonly LineQuantity[] | null => {
  const goods = placed?.goods;
  return lines && goods ? lines.filter((line) => goods.some(({ lineId }) => lineId === line.lineId)) : lines;
};

/** Pieces that were cancelled, by line. */
const cancelledPieces = ({ asks }: Progress): Count =>
  asks
    .filter(({ answer }) => answer?.kind === 'STOPPED')
    .reduce<Count>((count, { lines }) => add(count, lines ?? []), {});

/** Goods that are still wanted, with how many pieces; nothing of an order that stock is not kept for. */
export const wantedGoods = (progress: Progress): readonly GoodsLine[] => {
  const cancelled = cancelledPieces(progress);
  return (progress.placed?.goods ?? [])
    .map((line) => ({ ...line, quantity: line.quantity - (cancelled[line.lineId] ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
};

/** Every reservation of what is wanted has its answer. */
export const isAnswered = (progress: Progress): boolean =>
  wantedGoods(progress).every(({ lineId }) => progress.stock[lineId] !== undefined);

/** Of an order whose pieces are not known: one delivery has arrived, and one more for every time that it was split. */
const isDeliveredWhole = ({ deliveries, reopened }: Progress): boolean =>
  Object.values(deliveries).filter(({ confirmed }) => confirmed).length > reopened.filter(({ split }) => split).length;

/** Everything wanted has arrived, or is back. */
export const isDelivered = (progress: Progress): boolean => {
  if (progress.delivered || progress.placed?.hasGoods === false) return true;
  if (!progress.placed?.goods) return isDeliveredWhole(progress);
  const arrived = Object.values(progress.deliveries).reduce<Count>((count, delivery) => {
    const { lines, confirmed, sentBack, returned } = delivery;
    const isClosed = confirmed || (sentBack && Object.keys(returned).length > 0);
    return add(
      count,
      isClosed ? (lines ?? []) : Object.entries(returned).map(([lineId, quantity]) => ({ lineId, quantity })),
    );
  }, {});
  return wantedGoods(progress).every(({ lineId, quantity }) => (arrived[lineId] ?? 0) >= quantity);
};

/** Everything wanted has left the house. */
export const isSentOut = (progress: Progress): boolean => {
  const { placed, deliveries } = progress;
  if (!placed?.goods) return Object.keys(deliveries).length > 0;
  const sent = Object.values(deliveries).reduce<Count>((count, { lines }) => add(count, lines ?? []), {});
  return wantedGoods(progress).every(({ lineId, quantity }) => (sent[lineId] ?? 0) >= quantity);
};

/** Everything that has to be invoiced is. */
export const isInvoiced = (progress: Progress): boolean => {
  const invoices = Object.values(progress.invoices);
  if (!isOnCredit(progress) || progress.placed?.hasGoods === false) return invoices.length > 0;
  return Object.entries(progress.deliveries)
    .filter(([, { lines }]) => lines !== null)
    .every(([id]) => invoices.some(({ deliveryId }) => deliveryId === id));
};

export const isSettled = ({ invoices }: Progress): boolean => Object.values(invoices).every(({ settled }) => settled);

/** Minor units that the customer owes for the whole order, paid or not: without what was cancelled or credited. */
export const owed = ({ placed, orderTotal, invoices }: Progress): number => {
  const credited = Object.values(invoices).reduce((sum, invoice) => sum + invoice.credited, 0);
  return Math.max(0, (orderTotal ?? placed?.total ?? 0) - credited);
};

/** It was paid in full before anything left the house, and is not any more. */
export const lacksPayment = (progress: Progress): boolean => {
  const { placed, paid, money } = progress;
  if (!placed || !paid || !money.lacks || isOnCredit(progress) || isOver(progress)) return false;
  return (money.held[placed.currency] ?? 0) < owed(progress);
};

/** Its customer's credit line is asked: on credit, of today, and by an order that knows its customer. */
export const creditNeeded = (progress: Progress): boolean =>
  isOnCredit(progress) && !progress.placed?.historic && progress.placed?.customerId !== undefined;

/** Confirmed, and not let go on credit yet. */
export const isWaitingForCredit = (progress: Progress): boolean =>
  progress.confirmed && creditNeeded(progress) && progress.credit?.answer !== 'RESERVED';

/** Minor units that are open of an order on credit, invoiced or still to be. What is settled, or given up, is not. */
export const openCredit = (progress: Progress): number => {
  const { invoices, money, placed } = progress;
  const sum = (some: readonly Invoice[], of: (invoice: Invoice) => number): number =>
    some.reduce((total, invoice) => total + of(invoice), 0);
  const all = Object.values(invoices);
  const settled = all.filter((invoice) => invoice.settled);
  const charged = ({ total, credited }: Invoice): number => total - credited;
  const due = isOver(progress) ? sum(all, charged) : owed(progress);
  const paid = (money.held[placed?.currency ?? ''] ?? 0) - sum(settled, usedBy);
  return Math.max(0, due - sum(settled, charged) - Math.max(0, paid));
};

/** Minor units of an invoice that money was put to. A credit sets some of it free. */
export const usedBy = ({ total, credited, allocated }: Invoice): number => Math.min(allocated ?? 0, total - credited);
