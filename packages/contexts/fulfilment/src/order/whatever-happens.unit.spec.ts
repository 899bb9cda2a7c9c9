import type { CommandMessage, Recorded } from '@waybill/engine';
import { grouped } from '@waybill/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asked,
  cancelled,
  confirmed,
  creditLine,
  delivered,
  dispatched,
  goods,
  invoiced,
  invoiceId,
  invoicePaid,
  money,
  order,
  orderId,
  placed,
  record,
  reserved,
  stopped,
  type Told,
  tell,
  types,
} from '../testing/story.ts';
import { hasEnded, waitsOf } from './waits.ts';

const pieces = [{ lineId: 'L1', quantity: 2 }];
const complete = [placed(), ...reserved, confirmed, ...money(), invoiced, invoicePaid, dispatched, delivered];
const onCredit = [placed({ terms: 'NET_30', customerId: 'c1' }), ...reserved, confirmed];
const overCredit = { limit: 3_000, used: 2_000, amount: 1_530 };
const refused = creditLine('CreditRefused', { orderId, amount: 1_530, reserved: 2_000, limit: 3_000, over: 530 });
const held = order('OrderHeld', { reason: 'over the limit', credit: overCredit });
const granted = creditLine('CreditReserved', { orderId, amount: 1_530, waited: true });
const stories = [
  complete,
  [placed({ goods: [] }), confirmed, ...money(), invoiced, invoicePaid],
  [placed({ terms: 'NET_30' }), ...reserved, confirmed, dispatched, delivered],
  [placed(), ...reserved, confirmed, asked(), stopped(), cancelled, ...money()],
  [placed(), asked(), confirmed, ...reserved, stopped(), cancelled],
  [placed(), ...reserved, confirmed, asked(pieces), ...money(), stopped(pieces, false), invoiced, invoicePaid],
  [...onCredit, refused, held, granted, order('OrderReleased'), dispatched, delivered],
  [...onCredit, refused, held, asked(), stopped(), cancelled, granted],
  [cancelled],
].map((story) => record(...story));

const commandsOf = (events: readonly Recorded[]): readonly CommandMessage[] =>
  tell(events).answers.flatMap(({ commands }) => commands);

/** The events in another order, with those of each stream in theirs. */
const interleaved = (events: readonly Recorded[], picks: readonly number[]): Recorded[] => {
  const streams = [...grouped(events, ({ streamId }) => streamId).values()];
  return picks
    .flatMap((pick) => {
      const open = streams.filter((stream) => stream.length > 0);
      return open[pick % open.length]?.shift() ?? [];
    })
    .concat(...streams);
};

describe('whatever happens', () => {
  it('what is told twice leads to nothing twice', () => {
    for (const story of stories) {
      const once = tell(story);
      const twice = tell(story.flatMap((event) => [event, event]));
      expect(twice.state).toEqual(once.state);
      expect(twice.answers.flatMap(({ commands }) => commands)).toEqual(commandsOf(story));
      expect(tell([...story, ...story]).state).toEqual(once.state);
    }
  });

  it('streams may be heard in any order: the same steps are taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { minLength: 20, maxLength: 20 }), (picks) => {
        const [first, ...others] = stories[0] as [Recorded, ...Recorded[]];
        const sorted = (events: readonly Recorded[]) => types(commandsOf(events)).sort();
        expect(sorted([first, ...interleaved(others, picks)])).toEqual(sorted([first, ...others]));
      }),
    );
  });

  it('it waits for something with a deadline, or it has ended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stories), fc.nat(), (story, cut) => {
        const { state } = tell(story.slice(0, 1 + (cut % story.length)));
        expect(waitsOf(state).length > 0).toBe(!hasEnded(state));
      }),
    );
  });

  it('its commands carry ids and quantities, what is asked for, and why: no text of a product, no address', () => {
    const allowed = new Set([
      ...[
        'orderId',
        'invoiceId',
        'deliveryId',
        'orderNumber',
        'stockId',
        'reservationId',
        'lineId',
        'sku',
        'warehouse',
      ],
      ...['cancellationId', 'allocationId', 'lines', 'quantity', 'backorder', 'firm', 'amount', 'currency'],
      ...['reason', 'code', 'message', 'returnInstead'],
      ...['creditLineId', 'byHand', 'open', 'granted', 'revision', 'credit', 'withinLimit', 'override'],
    ]);
    const fields = stories.flatMap((story) => commandsOf(story).flatMap(({ data }) => Object.keys(data)));
    expect(fields.filter((field) => !allowed.has(field))).toEqual([]);
  });
});

describe('an order of before stock was kept', () => {
  const earlier = {
    placed: { number: 'ORD-2026-000001', total: 1_530, currency: 'GBP', hasGoods: true },
    ...{ confirmed: true, paid: false, invoice: null, invoicePaid: false, delivered: false, cancelling: null },
    ...{ stopped: false, cancelled: false, taken: ['confirm', 'request'] },
  };
  const later = (...told: Told[]) => record(placed(), confirmed, ...told).slice(2);
  const from = (state: object, ...told: Told[]) =>
    types(tell(later(...told), state).answers.flatMap(({ commands }) => commands));

  it('goes on without, and never ships what it never reserved', () => {
    expect(from(earlier, ...money())).toEqual(['IssueInvoice', 'ClearDelivery', 'ScheduleDelivery']);
    const way = from(earlier, ...money(), invoiced, invoicePaid, dispatched, delivered);
    expect(way.slice(3)).toEqual(['SendInvoice', 'AllocatePayment', 'CompleteOrder']);
  });

  it('that was paid then does nothing a second time, and waits for what it waited for', () => {
    const released = { ...earlier, paid: true, taken: [...earlier.taken, 'release', 'allocate'] };
    const invoice = { invoiceId, total: 1_530, currency: 'GBP' };
    expect(from({ ...released, invoice, invoicePaid: true }, delivered)).toEqual(['CompleteOrder']);
    const state = tell(later(dispatched), { ...released, invoice, invoicePaid: true }).state;
    expect(waitsOf(state)).toEqual(['delivery']);
  });

  it('can still be cancelled, whole', () => {
    expect(from(earlier, asked(), stopped(goods))).toEqual([
      ...['StopShipment', 'StopBilling', 'CancelPaymentRequest', 'RecordCancellation'],
    ]);
  });

  it('whose cancellation was under way gets its answer, by the event that had asked', () => {
    const [question] = record(placed(), confirmed, asked()).slice(2) as [Recorded];
    const asking = { ...earlier, cancelling: 'second thoughts', asks: [{ id: question.eventId, reason: 'x' }] };
    const [answer] = record(stopped()) as [Recorded];
    const unnamed = { ...answer, causationId: question.eventId, data: { ...answer.data, cancellationId: 'a command' } };
    const { answers } = tell([unnamed], asking);
    expect(types(answers.flatMap(({ commands }) => commands))).toEqual([
      ...['StopBilling', 'CancelPaymentRequest', 'RecordCancellation'],
    ]);
  });
});
