import { recorded } from '@waybill/engine/testing';
import { derivedId } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  delivered,
  delivery,
  deliveryId,
  dispatched,
  goodsOf,
  invoice,
  invoiced,
  invoiceId,
  matched,
  order,
  orderId,
  orderProcess,
  record,
  returned,
  run,
  stopped,
  tell,
  types,
} from '../testing/story.ts';
import {
  arrived,
  credit,
  discount,
  happenedAt,
  historic,
  home,
  live,
  matchOf,
  note,
  paidLongAgo,
  postage,
  priced,
  refusedWith,
  returnIdOf,
  stateAfter,
  two,
} from '../testing/take-back-story.ts';
import { waitsOf } from './waits.ts';

describe('a cancellation without an order, of long ago', () => {
  const way = [...arrived, credit(two)];
  const returnId = returnIdOf(...way);
  const back = returned(returnId, 2);

  it('brings the goods back, when the channel says that they came', () => {
    expect(answerTo(1, ...way)).toEqual([
      {
        type: 'ReceiveReturn',
        data: { deliveryId, returnId, lines: [{ lineId: 'L1', quantity: 2, disposition: 'RESTOCK' }] },
        occurredAt: happenedAt,
      },
    ]);
  });

  it('is credited at its own price, on the shelf again, and told to intake', () => {
    const creditNoteId = derivedId('credit', returnId);
    expect(answerTo(1, ...way, back)).toMatchObject([
      { type: 'ReturnStock' },
      { type: 'IssueCreditNote', data: { invoiceId, creditNoteId, returnId, lines: [priced] }, occurredAt: happenedAt },
    ]);
    const issued = note(creditNoteId, { lineId: 'L1', amount: 420, tax: 84 });
    expect(answerTo(1, ...way, back, issued)).toMatchObject([
      {
        type: 'RecordCancellationCredit',
        data: {
          ...{ intakeId: 'i-1', matchId: matchOf(...way), orderId, currency: 'GBP' },
          ...{ asked: 420, credited: 420, cancelled: 0, creditNoteIds: [creditNoteId] },
        },
      },
      { type: 'AmendPaymentRequest' },
    ]);
    expect(stateAfter(...way, back, issued).takeBacks).toEqual([]);
  });

  it('waits until the goods have arrived, and the invoice is there', () => {
    expect(types(run(...historic(credit(two))))).not.toContain('ReceiveReturn');
    expect(types(run(...historic(dispatched, credit(two))))).not.toContain('ReceiveReturn');
    expect(answerTo(1, ...historic(credit(two), dispatched, delivered))).toContainEqual(
      expect.objectContaining({ type: 'ReceiveReturn', occurredAt: happenedAt }),
    );
    const early = [...paidLongAgo, dispatched, delivered];
    expect(types(answerTo(1, ...early, credit(two), back))).toEqual(['ReturnStock']);
    expect(answerTo(1, ...early, credit(two), back, invoiced)).toContainEqual(
      expect.objectContaining({ type: 'IssueCreditNote', occurredAt: happenedAt }),
    );
  });

  it('takes charges and sums along, on one credit note', () => {
    const all = [...arrived, credit(two, postage, discount)];
    const [, issue] = answerTo(1, ...all, returned(returnIdOf(...all), 2));
    expect(issue?.data).toMatchObject({
      lines: [priced, { lineId: 'P', quantity: 1, unitPrice: '4.00', amount: 400 }],
      amounts: [{ code: 'D', description: 'D', amount: 150 }],
    });
  });

  it('of a sum alone brings nothing back, and is credited at once', () => {
    const sum = [...arrived, credit(discount)];
    const creditNoteId = derivedId('credit', matchOf(...sum));
    expect(answerTo(1, ...sum)).toMatchObject([
      {
        type: 'IssueCreditNote',
        data: { creditNoteId, returnId: null, amounts: [{ code: 'D', description: 'D', amount: 150 }] },
        occurredAt: happenedAt,
      },
    ]);
    const told = answerTo(1, ...sum, note(creditNoteId, { lineId: null, amount: 100, tax: 20 }));
    expect(told).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ asked: 150, credited: 120 }) }),
    );
  });

  it('that nothing is left to credit for says so', () => {
    const none = invoice('CreditNoteNotNeeded', { orderId, creditNoteId: derivedId('credit', returnId), reason: '' });
    expect(answerTo(1, ...way, back, none)).toMatchObject([
      { type: 'RecordCancellationCredit', data: { asked: 420, credited: 0, creditNoteIds: [] } },
    ]);
  });

  it('comes twice: two returns, two credit notes', () => {
    const again = matched({ intakeId: 'i-2', happenedAt, matches: [{ ...two, quantity: 4, amount: 840 }] });
    expect(answerTo(2, ...arrived, credit(two), again).map(({ data }) => data.lines)).toEqual([
      [{ lineId: 'L1', quantity: 2, disposition: 'RESTOCK' }],
      [{ lineId: 'L1', quantity: 4, disposition: 'RESTOCK' }],
    ]);
  });
});

describe('a cancellation without an order, of today', () => {
  const way = [...home, credit(two)];
  const returnId = returnIdOf(...way);
  const asked = delivery('ReturnRequested', { orderId, returnId, lines: [goodsOf('L1', 2)], reason: '' });

  it('asks the goods back, and waits for them', () => {
    expect(answerTo(1, ...way)).toMatchObject([
      { type: 'RequestReturn', data: { deliveryId, returnId, lines: [{ lineId: 'L1', quantity: 2 }] } },
    ]);
    expect(answerTo(1, ...way)[0]).not.toHaveProperty('occurredAt');
    expect(waitsOf(stateAfter(...way, asked))).toContain('back');
  });

  it('is credited at its price for what comes back, and at the order’s for what nobody spoke of', () => {
    const creditOf = (quantity: number) =>
      answerTo(1, ...way, asked, returned(returnId, quantity)).find(({ type }) => type === 'IssueCreditNote')?.data;
    expect(creditOf(2)).toMatchObject({ lines: [priced] });
    expect(creditOf(1)).toMatchObject({ lines: [{ ...priced, quantity: 1, amount: 210 }] });
    expect(creditOf(3)).toMatchObject({ lines: [priced, { lineId: 'L1', quantity: 1 }] });
  });

  it('does not ask for what is on its way back already', () => {
    const other = delivery('ReturnRequested', { orderId, returnId: 'r-9', lines: [goodsOf('L1', 5)], reason: '' });
    expect(answerTo(1, ...home, other, credit(two))[0]?.data).toMatchObject({ lines: [{ quantity: 1 }] });
  });

  it('cancels what has not left, and asks back what left meanwhile', () => {
    const before = [...live(), credit(two)];
    const cancellationId = derivedId('cancellation', matchOf(...before));
    expect(answerTo(1, ...before)).toMatchObject([
      { type: 'CancelOrderLines', data: { orderId, cancellationId, lines: [{ lineId: 'L1', quantity: 2 }] } },
    ]);
    const lines = [{ lineId: 'L1', quantity: 2 }];
    const wish = order('CancellationRequested', { reason: '', cancellationId, lines });
    const done = [wish, stopped(lines, false, cancellationId)];
    expect(answerTo(1, ...before, ...done, order('OrderLinesCancelled', { cancellationId }))).toMatchObject([
      { type: 'RecordCancellationCredit', data: { asked: 420, credited: 0, cancelled: 420 } },
    ]);
    const left = [
      ...[...before, wish, dispatched],
      { ...stopped(), type: 'ShipmentStopRefused', data: refusedWith(cancellationId) },
    ];
    expect(answerTo(1, ...left)).toMatchObject([
      { type: 'RequestReturn', data: { lines } },
      { type: 'RejectCancellation' },
    ]);
  });

  it('credits cancelled pieces that were invoiced at its price', () => {
    const before = [...live(), credit(two)];
    const cancellationId = derivedId('cancellation', matchOf(...before));
    const lines = [{ lineId: 'L1', quantity: 2 }];
    const wish = order('CancellationRequested', { reason: '', cancellationId, lines });
    const reduced = {
      ...{ stream: 'orderBilling', id: orderId, type: 'BillingReduced' },
      data: { cancellationId, invoiced: [{ invoiceId, lines }], orderTotal: 1_530 },
    };
    const issued = answerTo(1, ...before, wish, stopped(lines, false, cancellationId), reduced);
    expect(issued).toMatchObject([{ type: 'IssueCreditNote', data: { lines: [priced] } }]);
  });

  it('that shipping refuses to take back is told with nothing credited', () => {
    const { state } = tell(record(...way));
    const refusal = recorded(
      deliveryId,
      {
        type: 'CommandRefused' as const,
        data: {
          ...{ command: 'RequestReturn', code: 'ReturnExceedsDelivery', details: { lineId: 'L1' }, reason: '' },
          ...{ commandId: 'c', process: 'fulfilment.order', instance: orderId, inputId: 'x', index: 0, attempt: 1 },
        },
      },
      { category: 'delivery' },
    );
    expect(orderProcess.onRefusal?.(state, refusal)).toMatchObject({
      commands: [{ type: 'RecordCancellationCredit', data: { asked: 420, credited: 0 } }],
    });
  });
});
