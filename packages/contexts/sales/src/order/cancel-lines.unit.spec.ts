import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  cancellationRejected,
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  expired,
  linesCancelled,
  orderId,
  placed,
  requestedFor,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const reason = 'changed my mind';
const mugs = (quantity: number) => [{ lineId: 'L1', quantity }];
const cancel = (lines = mugs(2), cancellationId = 'k2') => ({ orderId, reason, lines, cancellationId });
const record = (lines: ReturnType<typeof mugs> | null = null, cancellationId: string | null = 'k2') => ({
  orderId,
  cancellationId,
  lines,
});
const counted = (net: number, total: number) => ({ on: '2026-01-05', currency: 'GBP', net, total });

describe('Asking to cancel some pieces', () => {
  it('of a draft takes them off', () => {
    const asDraft = order.given(...draft);
    asDraft
      .when(commands.CancelOrderLines, cancel())
      .then({ type: 'ItemQuantityChanged', data: { lineId: 'L1', quantity: 4, amount: 1020 } });
    asDraft
      .when(commands.CancelOrderLines, cancel([...mugs(6)]))
      .then({ type: 'ItemRemovedFromOrder', data: { lineId: 'L1' } });
    asDraft.when(commands.CancelOrderLines, cancel([...mugs(6), { lineId: 'C1', quantity: 1 }])).then(cancelled);
  });

  it('is a question once the order is placed; a line that is named twice is one', () => {
    order
      .given(...placed)
      .when(commands.CancelOrderLines, cancel([...mugs(1), ...mugs(1)]))
      .then(requestedFor('k2', mugs(2)));
    expect(order.given(...placed, confirmed, requestedFor('k2', mugs(2))).state?.status).toBe('CONFIRMED');
  });

  it('is a question about the whole order where nothing else would be left', () => {
    order
      .given(...placed)
      .when(commands.CancelOrderLines, cancel(mugs(6)))
      .then(requestedFor('k2'));
    order
      .given(...placed, requestedFor('k1', mugs(2)), linesCancelled('k1', mugs(2), 510, 612))
      .when(commands.CancelOrderLines, cancel(mugs(4)))
      .then(requestedFor('k2'));
  });

  it('may be asked several times at once, for what no other question asks for', () => {
    const asked = order.given(...placed, requestedFor('k1', mugs(4)));
    asked.when(commands.CancelOrderLines, cancel(mugs(2))).then(requestedFor('k2', mugs(2)));
    asked
      .when(commands.CancelOrderLines, cancel(mugs(3)))
      .thenRefused('QuantityNotCancellable', { sku: 'MUG', quantity: '3', open: 2 });
    asked.when(commands.CancelOrderLines, cancel(mugs(1), 'k1')).thenNothing();
    order
      .given(...placed, requestedFor('k1', mugs(4)))
      .when(commands.CancelOrder, { orderId, reason, cancellationId: 'k3' })
      .then(requestedFor('k3'));
  });

  it('is refused for no lines, unknown lines, and pieces that are not there', () => {
    const asPlaced = order.given(...placed);
    asPlaced.when(commands.CancelOrderLines, cancel([])).thenRefused('LinesMissing', {});
    asPlaced
      .when(commands.CancelOrderLines, cancel([{ lineId: 'L9', quantity: 1 }]))
      .thenRefused('LineUnknown', { lineId: 'L9' });
    for (const quantity of [0, -1, 1.5, 7])
      asPlaced
        .when(commands.CancelOrderLines, cancel(mugs(quantity)))
        .thenRefused('QuantityNotCancellable', { sku: 'MUG', quantity: String(quantity), open: 6 });
  });

  it('is refused while everything is asked for, after the end, and where there is no order', () => {
    for (const [history, status] of [
      [[...placed, cancellationRequested], 'CANCELLING'],
      [[...placed, confirmed, completed], 'COMPLETED'],
      [[...placed, expired], 'EXPIRED'],
    ] as const)
      order
        .given(...history)
        .when(commands.CancelOrderLines, cancel())
        .thenRefused('OrderNotCancellable', { status });
    order.given().when(commands.CancelOrderLines, cancel()).thenRefused('OrderUnknown', { orderId });
  });
});

describe('The answer to some pieces', () => {
  const asked = [...placed, confirmed, requestedFor('k2', mugs(2))];

  it('yes cancels them, and says what they had counted as', () => {
    order
      .given(...asked)
      .when(commands.RecordCancellation, record())
      .then(linesCancelled('k2', mugs(2), 510, 612));
    order
      .given(...asked)
      .when(commands.RecordCancellation, record(mugs(1)))
      .then(linesCancelled('k2', mugs(1), 255, 306));
  });

  it('never cancels more than there is, nor twice', () => {
    order
      .given(
        ...placed,
        requestedFor('k1', mugs(4)),
        linesCancelled('k1', mugs(4), 1020, 1224),
        requestedFor('k2', mugs(1)),
      )
      .when(commands.RecordCancellation, record([...mugs(1), ...mugs(9)]))
      .then({ type: 'OrderCancelled', data: { reason, placed: counted(910, 1092) } });
    order
      .given(...asked, linesCancelled('k2', mugs(2), 510, 612))
      .when(commands.RecordCancellation, record())
      .thenNothing();
  });

  it('is the end of the order when nothing is left of its goods; its charges go with them', () =>
    order
      .given(
        ...placed,
        requestedFor('k1', mugs(2)),
        requestedFor('k2', mugs(4)),
        linesCancelled('k1', mugs(2), 510, 612),
      )
      .when(commands.RecordCancellation, record())
      .then({ type: 'OrderCancelled', data: { reason, placed: counted(1420, 1704) } }));

  it('to everything may be some: the rest goes on', () => {
    const everything = [...placed, confirmed, cancellationRequested];
    order
      .given(...everything)
      .when(commands.RecordCancellation, record(mugs(5), 'k1'))
      .then(linesCancelled('k1', mugs(5), 1275, 1530));
    expect(order.given(...everything, linesCancelled('k1', mugs(5), 1275, 1530)).state).toMatchObject({
      status: 'CONFIRMED',
      placed: { net: 655, total: 786 },
    });
  });

  it('that comes without the id of its question answers the one that waits', () =>
    order
      .given(...asked)
      .when(commands.RecordCancellation, record(null, null))
      .then(linesCancelled('k2', mugs(2), 510, 612)));

  it('leaves a completed order completed, and does nothing after the end', () => {
    order
      .given(...asked, completed)
      .when(commands.RecordCancellation, record())
      .then(linesCancelled('k2', mugs(2), 510, 612));
    order
      .given(...asked, expired)
      .when(commands.RecordCancellation, record())
      .thenNothing();
  });

  it('no says what can be sent back instead, and leaves the other questions open', () => {
    const returnInstead = [{ deliveryId: 'd1', lines: mugs(2) }];
    const no = { code: 'ReturnInstead', message: 'Dispatched.', returnInstead };
    order
      .given(...asked, requestedFor('k3', mugs(1)))
      .when(commands.RejectCancellation, { orderId, cancellationId: 'k2', ...no })
      .then({ type: 'CancellationRejected', data: { cancellationId: 'k2', ...no } });
    const { state } = order.given(...placed, requestedFor('k1', mugs(1)), requestedFor('k3'), cancellationRejected);
    expect(state).toMatchObject({
      status: 'CANCELLING',
      cancellations: [{ status: 'REJECTED' }, { status: 'REQUESTED' }],
    });
  });
});
