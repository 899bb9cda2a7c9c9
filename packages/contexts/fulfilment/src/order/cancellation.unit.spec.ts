import { derivedId } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  asked,
  billing,
  cancelled,
  confirmed,
  delivered,
  delivery,
  deliveryId,
  dispatched,
  goods,
  invoice,
  invoiced,
  invoiceId,
  invoicePaid,
  money,
  order,
  orderId,
  payment,
  placed,
  plan,
  reserved,
  run,
  stockOf,
  stopped,
  types,
} from '../testing/story.ts';

const pieces = [{ lineId: 'L1', quantity: 2 }];
const undone = [
  'ReleaseReservation',
  'ReleaseReservation',
  'StopBilling',
  'CancelPaymentRequest',
  'RecordCancellation',
];
const paid = [placed(), ...reserved, confirmed, ...money()];

describe('a cancellation', () => {
  it('asks shipping, whatever was begun', () => {
    for (const way of [[placed()], [placed(), ...reserved], paid, [...paid, invoiced, invoicePaid]])
      expect(answerTo(1, ...way, asked())).toEqual([
        { type: 'StopShipment', data: { orderId, cancellationId: 'c-1', reason: 'second thoughts', lines: null } },
      ]);
  });

  it('that shipping agrees to releases, stops, and is recorded', () => {
    expect(types(answerTo(1, placed(), ...reserved, confirmed, asked(), stopped()))).toEqual(undone);
    expect(answerTo(1, placed(), ...reserved, confirmed, asked(), stopped()).at(-1)).toEqual({
      type: 'RecordCancellation',
      data: { orderId, cancellationId: 'c-1', lines: null },
    });
  });

  it('leads to nothing more, even when money arrives late', () => {
    const late = answerTo(3, placed(), ...reserved, confirmed, asked(), stopped(), cancelled, ...money());
    expect(late).toEqual([]);
  });

  it('after the invoice is credited whole, and what was paid goes back', () => {
    const commandId = derivedId('command', 1);
    const way = [...paid, invoiced, invoicePaid, asked(), stopped()];
    const refused = billing('BillingStopRefused', { invoiceId });
    const reduced = billing('BillingReduced', {
      cancellationId: 'c-1',
      invoiced: [{ invoiceId, lines: pieces }],
      orderTotal: 1_530,
    });
    expect(types(answerTo(1, ...way, refused))).toEqual(['ReduceBilling']);
    expect(answerTo(1, ...way, refused, reduced)).toMatchObject([
      {
        type: 'IssueCreditNote',
        data: { invoiceId, creditNoteId: derivedId('credit', 'c-1', invoiceId), lines: pieces },
      },
    ]);
    const freed = [
      payment('PaymentRequestCancelled', { reason: '' }, { commandId }),
      payment(
        'PaymentUnallocated',
        { paymentId: 'p', amount: 1_530, currency: 'GBP', reason: 'ORDER_CANCELLED' },
        { commandId },
      ),
    ];
    expect(answerTo(2, ...way, ...freed)).toMatchObject([
      { type: 'RefundPayment', data: { orderId, amount: 1_530, currency: 'GBP' } },
    ]);
  });

  it('that came too late is rejected with what can be sent back, and the order goes on', () => {
    const returnable = [{ deliveryId, lines: pieces }];
    const no = plan('ShipmentStopRefused', {
      cancellationId: 'c-1',
      code: 'ALREADY_DISPATCHED',
      message: 'Gone.',
      returnable,
    });
    const way = [...paid, invoiced, invoicePaid, dispatched, asked(), no];
    expect(answerTo(1, ...way)).toEqual([
      {
        type: 'RejectCancellation',
        data: {
          orderId,
          cancellationId: 'c-1',
          code: 'ALREADY_DISPATCHED',
          message: 'Gone.',
          returnInstead: returnable,
        },
      },
    ]);
    expect(types(answerTo(1, ...way, delivered))).toEqual(['CompleteOrder']);
  });

  it('holds everything up until it is answered; money that came meanwhile counts', () => {
    const no = plan('ShipmentStopRefused', { cancellationId: 'c-1', code: 'X', message: 'No.', returnable: [] });
    const commands = answerTo(3, placed(), ...reserved, confirmed, asked(), ...money(), no);
    expect(types(commands)).toEqual([
      ...['RejectCancellation', 'FirmReservation', 'FirmReservation', 'IssueInvoice', 'ClearDelivery'],
      'ScheduleDelivery',
    ]);
  });

  it('of a draft lets money that comes for it wait for a person, and nothing else', () => {
    expect(types(run(cancelled))).toEqual(['CancelPaymentRequest']);
  });
});

describe('a cancellation of some pieces', () => {
  const reduced = (invoiced: object[] = []) =>
    billing('BillingReduced', { cancellationId: 'c-1', invoiced, orderTotal: 1_000 });

  it('releases and reduces what is not wanted, and asks for less money', () => {
    const way = [placed(), ...reserved, confirmed, asked(pieces), stopped(pieces, false)];
    expect(answerTo(1, ...way)).toEqual([
      { type: 'ReleaseReservation', data: { ...stockOf('A', 'L1'), quantity: 2, reason: 'second thoughts' } },
      { type: 'ReduceBilling', data: { orderId, cancellationId: 'c-1', lines: pieces } },
      { type: 'RecordCancellation', data: { orderId, cancellationId: 'c-1', lines: null } },
    ]);
    expect(answerTo(1, ...way, reduced())).toMatchObject([
      { type: 'AmendPaymentRequest', data: { orderId, amount: 1_000 } },
    ]);
  });

  it('is credited where it is invoiced, and only then asked for no more', () => {
    const way = [...paid, invoiced, asked(pieces), stopped(pieces, false)];
    const credited = invoice('CreditNoteIssued', { orderId, total: 530 });
    const onInvoice = billing('BillingReduced', {
      cancellationId: 'c-1',
      invoiced: [{ invoiceId, lines: pieces }],
      orderTotal: 1_530,
    });
    expect(types(answerTo(1, ...way, onInvoice))).toEqual(['IssueCreditNote']);
    expect(answerTo(1, ...way, onInvoice, credited)).toMatchObject([
      { type: 'AmendPaymentRequest', data: { amount: 1_000 } },
    ]);
  });

  it('leaves the rest to arrive and be complete', () => {
    const rest = delivery('DeliveryDispatched', {
      orderId,
      lines: [
        { lineId: 'L1', sku: 'A', quantity: 4 },
        { lineId: 'L2', sku: 'B', quantity: 2 },
      ],
    });
    const recorded = order('OrderLinesCancelled', { cancellationId: 'c-1', lines: pieces });
    const way = [...paid, asked(pieces), stopped(pieces, false), recorded, reduced(), invoiced, invoicePaid];
    expect(types(answerTo(1, ...way, rest, delivered))).toEqual(['CompleteOrder']);
  });
});

it('what comes back is on the shelf or scrap, credited, and no longer asked for', () => {
  const lines = [
    { lineId: 'L1', sku: 'A', quantity: 1, disposition: 'RESTOCK' },
    { lineId: 'L1', sku: 'A', quantity: 1, disposition: 'SCRAP' },
  ];
  const back = delivery('ReturnReceived', { orderId, returnId: 'r-1', lines });
  const way = [...paid, invoiced, invoicePaid, dispatched, delivered, back];
  expect(answerTo(1, ...way)).toMatchObject([
    { type: 'ReturnStock', data: { stockId: 'A@MAIN', orderId, lineId: 'L1', quantity: 1, disposition: 'RESTOCK' } },
    { type: 'ReturnStock', data: { stockId: 'A@MAIN', orderId, lineId: 'L1', quantity: 1, disposition: 'SCRAP' } },
    { type: 'IssueCreditNote', data: { invoiceId, returnId: 'r-1', orderId } },
  ]);
  expect(answerTo(1, ...way, invoice('CreditNoteIssued', { orderId, total: 510 }))).toMatchObject([
    { type: 'AmendPaymentRequest', data: { amount: 1_020 } },
  ]);
});

describe('what a person stopped in shipping itself', () => {
  const byHand = (lines: object[], complete: boolean) => ({ ...stopped(lines, complete, 'c-9'), byHand: true });

  it('is cancelled in sales too, and shipping is not asked again', () => {
    const some = [...paid, invoiced, invoicePaid, byHand(pieces, false)];
    expect(answerTo(1, ...some)).toEqual([
      {
        type: 'CancelOrderLines',
        data: { orderId, cancellationId: 'c-9', reason: 'second thoughts', lines: pieces },
      },
    ]);
    expect(types(answerTo(1, ...some, asked(pieces, 'c-9')))).toEqual([
      ...['ReleaseReservation', 'ReduceBilling', 'RecordCancellation'],
    ]);
    const recorded = order('OrderLinesCancelled', { cancellationId: 'c-9' });
    const rest = [{ ...dispatched, data: { orderId, lines: [{ ...goods[0], quantity: 4 }, goods[1]] } }, delivered];
    const commands = answerTo(1, ...some, asked(pieces, 'c-9'), recorded, ...rest);
    expect(types(commands)).toEqual(['CompleteOrder']);
  });

  it('whole, cancels the order', () => {
    const all = [...paid, byHand(goods, true)];
    expect(types(answerTo(1, ...all))).toEqual(['CancelOrder']);
    expect(types(answerTo(1, ...all, asked(null, 'c-9')))).toEqual(undone);
  });
});
