import type { AnyEvent, CommandMessage, Process, Reaction, Recorded } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { reservationIdOf } from '@waybill/inventory/contract';
import { derivedId } from '@waybill/kernel';
import type { Progress } from '../order/facts/progress.ts';
import { orderProcessOf } from '../order/order-process.ts';

export const orderId = '01940000-0000-7000-8000-000000000042';
export const invoiceId = derivedId('invoice', orderId);
export const deliveryId = derivedId('delivery', orderId, 1);
export const stockOf = (sku: string, lineId: string) => ({
  stockId: `${sku}@MAIN`,
  reservationId: reservationIdOf(orderId, lineId),
});

/** An event in a stream, before it has its place there. */
export interface Told {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  /** The type of the event that caused it. */
  readonly cause?: string;
  readonly commandId?: string;
  /** A person did it; what is told of shipping's plan is else asked for by this process. */
  readonly byHand?: boolean;
}
const on =
  (stream: string, id = orderId) =>
  (type: string, data: object = {}, more: Pick<Told, 'cause' | 'commandId'> = {}): Told => ({
    stream,
    id,
    type,
    data,
    ...more,
  });

export const order = on('order');
export const payment = on('orderPayment');
export const billing = on('orderBilling');
export const invoice = on('invoice', invoiceId);
export const plan = on('shipmentPlan');
export const delivery = on('delivery', deliveryId);
export const creditLine = on('creditLine', 'c1:GBP');
export const stock = (sku: string) => on('stockItem', `${sku}@MAIN`);

export const goods = [
  { lineId: 'L1', sku: 'A', quantity: 6 },
  { lineId: 'L2', sku: 'B', quantity: 2 },
];
/** So many pieces of one of its lines. */
export const goodsOf = (lineId: string, quantity: number) => ({
  ...goods.find((line) => line.lineId === lineId),
  quantity,
});
export const placed = (over: object = {}): Told =>
  order('OrderPlaced', {
    ...{ number: 'ORD-2026-000001', total: 1_530, currency: 'GBP', goods },
    ...{ terms: 'PREPAID', shortage: 'BACKORDER', channel: 'web', ...over },
  });
export const reserved = goods.map(({ sku, lineId, quantity }) =>
  stock(sku)('StockReserved', { orderId, lineId, quantity }),
);
export const confirmed = order('OrderConfirmed');
const paymentId = derivedId('payment', 'bank', '1');
export const money = (amount = 1_530): Told[] => [
  payment('IncomingPaymentRecorded', { paymentId, amount, currency: 'GBP' }),
  payment('PaymentReceived', { amount, currency: 'GBP' }),
];
export const invoiced = invoice('InvoiceIssued', { orderId, deliveryId: null, total: 1_530, currency: 'GBP' });
export const invoicePaid = invoice('InvoicePaid', { orderId });
export const dispatched = delivery('DeliveryDispatched', { orderId, lines: goods });
export const delivered = delivery('DeliveryConfirmed', { orderId });
/** So many pieces of the first line came back. */
export const returned = (returnId: string, quantity: number): Told =>
  delivery('ReturnReceived', {
    ...{ orderId, returnId },
    lines: [{ lineId: 'L1', sku: 'A', quantity, disposition: 'RESTOCK' }],
  });
/** A cancellation that named no order is of this one. */
export const matched = ({ matches, ...data }: { intakeId: string; happenedAt: string; matches: object[] }): Told =>
  on('purchases', 'customer')('CancellationMatched', {
    ...{ ...data, messageId: 'C1', currency: 'GBP', byHand: false },
    matches: matches.map((match) => ({ orderId, externalOrderId: '1', kind: 'GOODS', description: null, ...match })),
  });
export const asked = (lines: object[] | null = null, cancellationId = 'c-1'): Told =>
  order('CancellationRequested', { reason: 'second thoughts', cancellationId, lines });
export const stopped = (lines: object[] = goods, complete = true, cancellationId = 'c-1'): Told =>
  plan('ShipmentStopped', { reason: 'second thoughts', cancellationId, lines, complete });
export const cancelled = order('OrderCancelled', { reason: 'second thoughts' });

/** The events as they are recorded: each has the next place in its stream. */
export const record = (...story: readonly Told[]): Recorded[] => {
  const versions = new Map<string, number>();
  return story.map(({ stream, id, type, data, cause, commandId, byHand = stream !== 'shipmentPlan' }, n) => {
    const streamId = `${stream}-${id}`;
    const version = (versions.get(streamId) ?? 0) + 1;
    versions.set(streamId, version);
    const eventId = derivedId('event', streamId, version);
    const why = story.findIndex((other) => other.type === cause);
    const at = { streamId, category: stream, version, eventId, position: n + 1 };
    const more = commandId ? { commandId } : { commandId: derivedId('command', eventId) };
    const by = { kind: byHand ? 'user' : 'process', id: 'somebody', name: 'Somebody' } as const;
    return recorded<AnyEvent>(
      id,
      { type, data },
      { ...at, ...more, actor: by, causationId: why < 0 ? null : `${why}` },
    );
  });
};

export const orderProcess = orderProcessOf({ timeToPay: { days: 7 } });
const process: Process = orderProcess;

/** What events lead to: the state, and the commands of each of them. */
export const tell = (events: readonly Recorded[], from: unknown = process.initial) => {
  let state = from;
  const answers = events.map((event) => {
    const reaction: Reaction<unknown> = process.react(state, event);
    // As it comes back from the store.
    state = JSON.parse(JSON.stringify(reaction.state));
    return { event, commands: reaction.commands ?? [], timers: reaction.timers ?? [] };
  });
  return { state: state as Progress, answers };
};

/** The commands that the last of these lead to, after the others. */
export const answerTo = (count: number, ...story: readonly Told[]): readonly CommandMessage[] =>
  tell(record(...story))
    .answers.slice(-count)
    .flatMap(({ commands }) => commands);
export const types = (commands: readonly CommandMessage[]): string[] => commands.map(({ type }) => type);
/** Everything that was asked for, in order. */
export const run = (...story: readonly Told[]): readonly CommandMessage[] => answerTo(story.length, ...story);
