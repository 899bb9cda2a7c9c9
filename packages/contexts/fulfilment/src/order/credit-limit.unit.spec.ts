import { derivedId } from '@waybill/kernel';
import { describe, expect, it } from 'vitest';
import {
  answerTo,
  asked,
  cancelled,
  confirmed,
  creditLine,
  deliveryId,
  dispatched,
  invoice,
  money,
  order,
  orderId,
  payment,
  placed,
  record,
  reserved,
  run,
  stopped,
  tell,
  types,
} from '../testing/story.ts';
import { waitsOf } from './waits.ts';

const customerId = 'c1';
const creditLineId = 'c1:GBP';
const onCredit = [placed({ terms: 'NET_14', customerId }), ...reserved, confirmed];
const granted = creditLine('CreditReserved', { orderId, amount: 1_530, waited: false, byHand: false });
const refused = creditLine('CreditRefused', { orderId, amount: 1_530, reserved: 2_000, limit: 3_000, over: 530 });
const reason = 'Over the credit limit by £5.30';
const credit = { limit: 3_000, used: 2_000, amount: 1_530 };
const held = order('OrderHeld', { reason, credit });
const over = [...onCredit, refused, held];
const waits = (...story: typeof over) => waitsOf(tell(record(...story)).state);

describe('an order on credit', () => {
  it('asks for it when it is confirmed, and leaves the house once it has it', () => {
    expect(answerTo(1, ...onCredit).at(-1)).toEqual({
      type: 'ReserveCredit',
      data: { creditLineId, orderId, amount: 1_530, byHand: false },
    });
    expect(waits(...onCredit)).toEqual(['line']);
    expect(types(answerTo(1, ...onCredit, granted))).toEqual(['ClearDelivery', 'ScheduleDelivery']);
  });

  it('above the limit is held with the reason, and waits for room', () => {
    expect(answerTo(1, ...onCredit, refused)).toEqual([{ type: 'HoldOrder', data: { orderId, reason, credit } }]);
    expect(answerTo(1, ...over)).toEqual([{ type: 'HoldDelivery', data: { orderId, reason } }]);
    expect(waits(...over)).toEqual(['limit']);
  });

  it('goes on by itself when there is room, whichever is heard first', () => {
    expect(types(answerTo(1, ...over, granted))).toEqual(['ReleaseOrder', 'ClearDelivery', 'ScheduleDelivery']);
    expect(types(answerTo(1, ...onCredit, refused, granted, held))).toContain('ReleaseOrder');
    expect(types(answerTo(1, ...over, granted, order('OrderReleased')))).toEqual(['ReleaseDelivery']);
  });

  it('goes on when a person lets it, above the limit', () => {
    const released = [...over, order('OrderReleased')];
    expect(answerTo(1, ...released)).toEqual([
      { type: 'ReserveCredit', data: { creditLineId, orderId, amount: 1_530, byHand: true } },
      { type: 'ReleaseDelivery', data: { orderId } },
    ]);
    expect(types(answerTo(1, ...released, granted))).toEqual(['ClearDelivery', 'ScheduleDelivery']);
  });

  it('that a person had held for another reason is held for its credit when that is over', () => {
    const other = [...onCredit, order('OrderHeld', { reason: 'the address looks wrong' }), refused];
    expect(answerTo(1, ...other)).toEqual([]);
    expect(types(answerTo(1, ...other, order('OrderReleased')))).toEqual(['HoldOrder', 'ReleaseDelivery']);
    expect(types(answerTo(1, ...other, granted))).toEqual(['ClearDelivery', 'ScheduleDelivery']);
  });

  it('tells what is open of it as money comes, bounces, or it is cancelled', () => {
    const revisions = (...story: typeof over) =>
      run(...onCredit, granted, ...story)
        .filter(({ type }) => type === 'ReviseCredit')
        .map(({ data }) => [data.open, data.revision, data.granted]);
    const [paid] = money(1_000) as [(typeof over)[number]];
    const bounced = payment('PaymentFailed', { paymentId: 'p', held: 1_000, currency: 'GBP' });
    expect(revisions(paid, bounced)).toEqual([
      [530, 1, true],
      [1_530, 2, true],
    ]);
    expect(revisions(asked(), stopped(), cancelled)).toEqual([[0, 1, true]]);
    const id = derivedId('invoice', orderId, deliveryId);
    const issued = { ...invoice('InvoiceIssued', { orderId, deliveryId, total: 1_530, currency: 'GBP' }), id };
    const credited = { ...invoice('CreditNoteIssued', { orderId, total: 200, returnId: null }), id };
    const lost = { ...invoice('InvoiceWrittenOff', { orderId, amount: 1_330 }), id };
    expect(revisions(dispatched, issued, credited, lost)).toEqual([
      [1_330, 1, true],
      [0, 2, true],
    ]);
  });
});

describe('nobody is asked for credit', () => {
  const asks = (over: object) => types(run(placed(over), ...reserved, confirmed)).includes('ReserveCredit');

  it('where it is paid in advance, of long ago, or from before there were limits', () => {
    expect(asks({ customerId, terms: 'NET_30' })).toBe(true);
    expect(asks({ customerId, terms: 'PREPAID' })).toBe(false);
    expect(asks({ customerId, terms: 'NET_30', channel: 'online-retail' })).toBe(false);
    expect(asks({ terms: 'NET_30' })).toBe(false);
  });
});
