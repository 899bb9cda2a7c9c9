import { derivedId } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  confirmed,
  delivered,
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
  orderProcess,
  payment,
  placed,
  record,
  reserved,
  run,
  stock,
  stockOf,
  tell,
  types,
} from '../testing/story.ts';
import { waitsOf } from './waits.ts';

const [first, second] = reserved as [(typeof reserved)[number], (typeof reserved)[number]];

describe('an order that is paid in advance', () => {
  it('is reserved line by line when it is placed', () => {
    const common = { warehouse: 'MAIN', orderId, backorder: true, firm: false };
    expect(run(placed())).toEqual([
      { type: 'ReserveStock', data: { ...stockOf('A', 'L1'), ...common, sku: 'A', lineId: 'L1', quantity: 6 } },
      { type: 'ReserveStock', data: { ...stockOf('B', 'L2'), ...common, sku: 'B', lineId: 'L2', quantity: 2 } },
    ]);
  });

  it('is confirmed once every line is promised, and then asked to be paid', () => {
    expect(answerTo(1, placed(), first)).toEqual([]);
    expect(answerTo(1, placed(), first, second)).toEqual([{ type: 'ConfirmOrder', data: { orderId } }]);
    expect(answerTo(1, placed(), ...reserved, confirmed)).toEqual([
      { type: 'RequestPayment', data: { orderId, orderNumber: 'ORD-2026-000001', amount: 1_530, currency: 'GBP' } },
    ]);
  });

  it('is firm, invoiced, and on its way to the door once it is paid', () => {
    expect(answerTo(1, placed(), ...reserved, confirmed, ...money())).toEqual([
      { type: 'FirmReservation', data: stockOf('A', 'L1') },
      { type: 'FirmReservation', data: stockOf('B', 'L2') },
      { type: 'IssueInvoice', data: { orderId, invoiceId } },
      { type: 'ClearDelivery', data: { orderId } },
      { type: 'ScheduleDelivery', data: { orderId, deliveryId, lines: null } },
    ]);
  });

  const released = [placed(), ...reserved, confirmed, ...money()];

  it('has its invoice sent and paid by what came', () => {
    const allocationId = derivedId('allocation', invoiceId, '0 0');
    expect(answerTo(1, ...released, invoiced)).toEqual([
      { type: 'SendInvoice', data: { invoiceId } },
      { type: 'AllocatePayment', data: { invoiceId, allocationId, amount: 1_530, currency: 'GBP' } },
    ]);
  });

  it('leaves the shelf when it leaves the house, and is complete when it has arrived', () => {
    expect(answerTo(1, ...released, dispatched)).toEqual([
      { type: 'ShipReserved', data: { ...stockOf('A', 'L1'), deliveryId, quantity: 6 } },
      { type: 'ShipReserved', data: { ...stockOf('B', 'L2'), deliveryId, quantity: 2 } },
    ]);
    expect(answerTo(1, ...released, invoiced, invoicePaid, dispatched, delivered)).toEqual([
      { type: 'CompleteOrder', data: { orderId } },
    ]);
  });

  it('has what was not found scheduled again', () => {
    const picked = { stream: 'delivery', id: deliveryId, type: 'DeliveryPicked' };
    const some = { ...picked, data: { orderId, lines: [goods[0]], missing: [goods[1]] } };
    expect(types(answerTo(1, ...released, some))).toEqual(['ScheduleDelivery']);
    expect(answerTo(1, ...released, { ...picked, data: { orderId, lines: goods, missing: [] } })).toEqual([]);
  });

  it('without goods needs no delivery', () => {
    const steps = run(placed({ goods: [] }), confirmed, ...money(), invoiced, invoicePaid);
    expect(types(steps)).toEqual([
      ...['ConfirmOrder', 'RequestPayment', 'IssueInvoice', 'SendInvoice', 'AllocatePayment', 'CompleteOrder'],
    ]);
  });
});

describe('goods that are not there', () => {
  const rejected = (waits: boolean) =>
    stock('B')('StockReservationRejected', { orderId, lineId: 'L2', quantity: 2, available: 1, waits });

  it('are waited for; what is there is kept meanwhile', () => {
    expect(types(answerTo(1, placed(), first, rejected(true)))).toEqual(['FirmReservation', 'FirmReservation']);
    expect(waitsOf(tell(record(placed(), first, rejected(true))).state)).toEqual(['goods']);
    expect(types(answerTo(1, placed(), first, rejected(true), second))).toEqual(['ConfirmOrder']);
  });

  it('cancel an order that is not to wait, once every line has its answer', () => {
    const impatient = placed({ shortage: 'CANCEL' });
    expect(answerTo(1, impatient, rejected(false))).toEqual([]);
    expect(answerTo(1, impatient, rejected(false), first)).toMatchObject([{ type: 'CancelOrder', data: { orderId } }]);
  });
});

describe('an order on credit', () => {
  const onCredit = [placed({ terms: 'NET_14' }), ...reserved, confirmed];
  const deliveryInvoice = derivedId('invoice', orderId, deliveryId);
  const billed = {
    ...invoice('InvoiceIssued', { orderId, deliveryId, total: 1_530, currency: 'GBP' }),
    id: deliveryInvoice,
  };

  it('is reserved for good, and on its way to the door once it is confirmed', () => {
    expect(run(placed({ terms: 'NET_14' })).map(({ data }) => data)).toMatchObject([{ firm: true }, { firm: true }]);
    expect(types(answerTo(1, ...onCredit))).toEqual([...['RequestPayment', 'ClearDelivery', 'ScheduleDelivery']]);
  });

  it('is invoiced by what left the house', () => {
    const lines = goods.map(({ lineId, quantity }) => ({ lineId, quantity }));
    expect(answerTo(1, ...onCredit, dispatched).at(-1)).toEqual({
      type: 'IssueInvoice',
      data: { orderId, deliveryId, invoiceId: deliveryInvoice, lines },
    });
  });

  it('is complete when it is paid, in parts or at once', () => {
    const way = [...onCredit, dispatched, delivered, billed];
    const paid = [money(500), money(1_030)].map(([arrived]) => arrived as (typeof way)[number]);
    const amounts = answerTo(2, ...way, ...paid).map(({ data }) => data.amount);
    expect(amounts).toEqual([500, 1_030]);
    const settled = { ...invoicePaid, id: deliveryInvoice };
    expect(types(answerTo(1, ...way, ...paid, settled))).toEqual(['CompleteOrder']);
  });
});

describe('time', () => {
  const unpaid = [placed(), ...reserved, confirmed];
  const fire = (story: typeof unpaid, name = 'expiry') => {
    const at = new Date('2026-01-12T09:00:00Z');
    const timer = { id: derivedId('t', name), instance: orderId, name, dueAt: at, firedAt: at };
    return types(orderProcess.onTimer?.(tell(record(...story)).state, timer).commands ?? []);
  };

  it('is up for an order that is not paid in seven days', () => {
    expect(tell(record(...unpaid)).answers.at(-1)?.timers).toEqual([{ set: 'expiry', after: { days: 7 } }]);
    expect(fire(unpaid)).toEqual([
      ...['ExpireOrder', 'ReleaseReservation', 'ReleaseReservation'],
      ...['CancelPaymentRequest', 'StopBilling', 'StopShipment'],
    ]);
  });

  it('does not matter to one that is paid', () => {
    expect(tell(record(...unpaid, ...money())).answers.at(-1)?.timers).toEqual([{ cancel: 'expiry' }]);
    expect(fire([...unpaid, ...money()])).toEqual([]);
  });

  it('does not matter to orders of long ago, nor to those on credit', () => {
    const timersOf = (over: object) =>
      tell(record(placed(over), ...reserved, confirmed)).answers.flatMap(({ timers }) => timers);
    expect(timersOf({ channel: 'online-retail' })).toEqual([]);
    expect(timersOf({ terms: 'NET_30' })).not.toContainEqual(expect.objectContaining({ set: 'expiry' }));
    const historic = tell(record(placed({ channel: 'online-retail' }), ...reserved, confirmed, ...money(), invoiced));
    expect(waitsOf(historic.state)).toEqual(['history']);
    expect(historic.answers.flatMap(({ commands }) => types(commands))).not.toContain('SendInvoice');
  });
});

it('a hold of the order holds its shipment', () => {
  const held = order('OrderHeld', { reason: 'a question' });
  expect(answerTo(2, placed(), held, order('OrderReleased'))).toEqual([
    { type: 'HoldDelivery', data: { orderId, reason: 'a question' } },
    { type: 'ReleaseDelivery', data: { orderId } },
  ]);
});

describe('a payment that bounces', () => {
  const start = [placed(), ...reserved, confirmed, ...money(), invoiced, invoicePaid, dispatched];
  const failed = { paymentId: 'p-1', reason: 'returned', waiting: [], amount: 1_530, currency: 'GBP' };
  const bounced = payment('PaymentFailed', { ...failed, held: 1_530 });
  const reversal = { invoiceId, reversalId: derivedId('reversal', invoiceId, 0), amount: 1_530, currency: 'GBP' };
  const asked = { ...reversal, credited: 0, reason: 'Its payment bounced, or was sent back' };

  it('opens the invoice that it paid again', () => {
    expect(answerTo(1, ...start, bounced)).toEqual([{ type: 'ReverseAllocation', data: asked }]);
  });

  it('is no matter of the invoice where the order had nothing of it: it was refunded, or kept for somebody', () => {
    expect(answerTo(1, ...start, payment('PaymentFailed', { ...failed, held: 0 }))).toEqual([]);
  });

  it('is not missed again where a refund of something else fails, and that waits again', () => {
    const money = (paymentId: string, amount: number) => ({ paymentId, amount, currency: 'GBP' });
    const taken = [{ paymentId: 'p-2', reason: 'TOO_MUCH', amount: 52 }];
    const refund = { refundId: 'r-1', reason: 'too much', taken, amount: 52, currency: 'GBP' };
    const waits = { ...money('p-2', 52), reason: 'TOO_MUCH', channel: 'bank', reference: 'B', orderReference: null };
    const story = [
      payment('IncomingPaymentRecorded', money('p-2', 52)),
      payment('PaymentUnallocated', waits),
      payment('RefundRequested', { ...refund, orderNumber: 'N', paymentId: 'p-2' }),
      payment('IncomingPaymentRecorded', money('p-3', 10)),
      payment('PaymentFailed', { ...failed, ...money('p-3', 10), held: 10 }),
      payment('RefundFailed', refund),
    ];
    expect(answerTo(1, ...start, ...story, payment('PaymentUnallocated', waits))).toEqual([]);
  });

  it('is waited for anew, and what comes then is put to the invoice', () => {
    const reversed = invoice('AllocationReversed', { orderId, ...reversal });
    const { state } = tell(record(...start, bounced, reversed));
    expect(waitsOf(state)).toEqual(expect.arrayContaining(['payment']));
    expect(waitsOf(state)).not.toContain('settlement');
    const again = payment('IncomingPaymentRecorded', { paymentId: 'p-2', amount: 1_530, currency: 'GBP' });
    expect(answerTo(1, ...start, bounced, reversed, again)).toMatchObject([
      { type: 'AllocatePayment', data: { invoiceId, amount: 1_530 } },
    ]);
  });

  const paidAgain = payment('IncomingPaymentRecorded', { paymentId: 'p-2', amount: 1_530, currency: 'GBP' });
  it('keeps back what has not left the house, until it is paid again', () => {
    const waits = start.filter((told) => told !== dispatched);
    expect(types(answerTo(1, ...waits, bounced))).toEqual(['HoldDelivery', 'ReverseAllocation']);
    expect(types(answerTo(1, ...waits, bounced, paidAgain))).toEqual(['ReleaseDelivery', 'AllocatePayment']);
  });

  it('keeps back as long as sales does, or longer', () => {
    const [held, released] = [order('OrderHeld', { reason: 'a question' }), order('OrderReleased')];
    const waits = [...start.filter((told) => told !== dispatched), bounced, held];
    expect(answerTo(1, ...waits)).toEqual([{ type: 'HoldDelivery', data: { orderId, reason: 'a question' } }]);
    expect(answerTo(1, ...waits, released)).toMatchObject([
      { type: 'HoldDelivery', data: { reason: 'Not paid in full any more' } },
    ]);
    expect(types(answerTo(1, ...waits, paidAgain))).toEqual(['AllocatePayment']);
    expect(types(answerTo(1, ...waits, paidAgain, released))).toEqual(['ReleaseDelivery']);
  });
});

it('what a person sends back without a credit note is owed again', () => {
  const start = [placed(), ...reserved, confirmed, ...money(), invoiced, invoicePaid, dispatched];
  const taken = [{ paymentId: 'p-1', reason: null, amount: 500 }];
  const sentBack = payment('RefundRequested', { refundId: 'r-1', taken, amount: 500, currency: 'GBP' });
  expect(answerTo(1, ...start, sentBack)).toMatchObject([{ type: 'ReverseAllocation', data: { amount: 500 } }]);
  expect(waitsOf(tell(record(...start, sentBack)).state)).toEqual(expect.arrayContaining(['payment', 'refund']));
});
