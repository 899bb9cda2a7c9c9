import type { AnyEvent, CommandMessage, Process, Recorded } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { derivedId } from '@waybill/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderProcess } from './order-process.ts';
import type { Progress } from './progress.ts';
import { hasEnded, waitsOf } from './waits.ts';

const orderId = '01940000-0000-7000-8000-000000000042';
const invoiceId = derivedId('invoice', orderId);
const deliveryId = derivedId('delivery', orderId, 1);

const of = (id: string, type: string, data: object = {}, stream = 'order', cause?: Recorded): Recorded =>
  recorded<AnyEvent>(
    id,
    { type, data },
    { streamId: `${stream}-${id}`, eventId: derivedId('event', id, type), causationId: cause?.eventId ?? null },
  );
const placed = (total = 1_530, goods = [{ lineId: 'l-1', sku: 'A', quantity: 6 }]) =>
  of(orderId, 'OrderPlaced', { number: 'ORD-2026-000001', total, currency: 'GBP', goods });
const confirmed = of(orderId, 'OrderConfirmed');
const paid = of(orderId, 'PaymentReceived', { amount: 1_530, currency: 'GBP' }, 'payment');
const invoiced = of(invoiceId, 'InvoiceIssued', { orderId, total: 1_530, currency: 'GBP' }, 'invoice');
const invoicePaid = of(invoiceId, 'InvoicePaid', { orderId }, 'invoice');
const delivered = of(deliveryId, 'DeliveryConfirmed', { orderId }, 'delivery');
const asked = of(orderId, 'CancellationRequested', { reason: 'second thoughts', cancellationId: 'k-1', lines: null });
const cancelled = of(orderId, 'OrderCancelled', { reason: 'second thoughts' });
const stopped = of(orderId, 'ShipmentStopped', { reason: 'second thoughts', complete: true }, 'plan', asked);
const unstoppable = { code: 'ALREADY_PACKED', message: 'It is packed.' };
const refused = of(orderId, 'ShipmentStopRefused', unstoppable, 'plan', asked);

const order: Process = orderProcess;
/** What the events lead to: the state, and the commands of each event. */
const tell = (events: readonly Recorded[]) => {
  let state = order.initial;
  const answers = events.map((event) => {
    const reaction = order.react(state, event);
    state = reaction.state;
    return { event, commands: reaction.commands ?? [] };
  });
  return { state: state as Progress, answers };
};
/** All commands that the events lead to, in order. */
const run = (...events: Recorded[]): readonly CommandMessage[] =>
  tell(events).answers.flatMap(({ commands }) => commands);
const types = (commands: readonly CommandMessage[]) => commands.map(({ type }) => type);

describe('an order', () => {
  it('is confirmed when it is placed, and paid for when it is confirmed', () => {
    expect(run(placed())).toEqual([{ type: 'ConfirmOrder', data: { orderId } }]);
    expect(run(placed(), confirmed).slice(1)).toEqual([
      { type: 'RequestPayment', data: { orderId, orderNumber: 'ORD-2026-000001', amount: 1_530, currency: 'GBP' } },
    ]);
  });

  it('is invoiced and shipped when it is paid', () => {
    expect(run(placed(), confirmed, paid).slice(2)).toEqual([
      { type: 'IssueInvoice', data: { orderId, invoiceId } },
      { type: 'ClearDelivery', data: { orderId } },
      { type: 'ScheduleDelivery', data: { orderId, deliveryId, lines: null } },
    ]);
  });

  it('is complete when its invoice is paid and everything is delivered', () => {
    const way = [placed(), confirmed, paid, invoiced, invoicePaid];
    expect(types(run(...way))).not.toContain('CompleteOrder');
    expect(types(run(...way, delivered)).slice(-2)).toEqual(['AllocatePayment', 'CompleteOrder']);
    expect(types(run(...way, delivered)).filter((type) => type === 'CompleteOrder')).toHaveLength(1);
  });

  it('without goods needs no delivery', () => {
    const commands = types(run(placed(500, []), confirmed, paid, invoiced, invoicePaid));
    expect(commands).toEqual(['ConfirmOrder', 'RequestPayment', 'IssueInvoice', 'AllocatePayment', 'CompleteOrder']);
  });
});

describe('a cancellation', () => {
  it('before payment asks shipping first, then undoes billing and payment, then is recorded', () => {
    expect(types(run(placed(), confirmed, asked, stopped)).slice(2)).toEqual([
      'StopShipment',
      'StopBilling',
      'CancelPaymentRequest',
      'RecordCancellation',
    ]);
  });

  it('of some pieces is answered at once, and the order goes on', () => {
    const lines = [{ lineId: 'l-1', quantity: 1 }];
    const some = of(orderId, 'CancellationRequested', { reason: 'one less', cancellationId: 'k-2', lines });
    const commands = run(placed(), confirmed, some, paid);
    expect(commands[2]).toMatchObject({ type: 'RejectCancellation', data: { cancellationId: 'k-2' } });
    expect(types(commands).slice(3)).toEqual(['IssueInvoice', 'ClearDelivery', 'ScheduleDelivery']);
  });

  it('of a draft lets money that comes for it wait for a person, and nothing else', () => {
    expect(run(cancelled)).toEqual([
      { type: 'CancelPaymentRequest', data: { orderId, reason: 'The draft was cancelled' } },
    ]);
    expect(run(placed(), confirmed, asked, stopped, cancelled)).toEqual(run(placed(), confirmed, asked, stopped));
  });

  it('leads to nothing more, even when money arrives late', () => {
    const commands = types(run(placed(), confirmed, asked, paid, stopped, paid));
    expect(commands).not.toContain('IssueInvoice');
    expect(commands).not.toContain('ScheduleDelivery');
  });

  it('after payment is rejected with a way out, and the order goes on', () => {
    const commands = run(placed(), confirmed, paid, asked, invoiced, invoicePaid, delivered);
    expect(commands.find(({ type }) => type === 'RejectCancellation')?.data).toMatchObject({ code: 'ALREADY_PAID' });
    expect(types(commands)).toContain('CompleteOrder');
    expect(types(commands)).not.toContain('StopShipment');
  });

  it('that shipping refuses is rejected with shipping’s reason, and money that came meanwhile counts', () => {
    const commands = run(placed(), confirmed, asked, paid, refused);
    expect(commands.slice(3).map(({ type }) => type)).toEqual([
      'RejectCancellation',
      'IssueInvoice',
      'ClearDelivery',
      'ScheduleDelivery',
    ]);
    expect(commands[3]?.data).toMatchObject({
      cancellationId: 'k-1',
      code: 'ALREADY_PACKED',
      message: 'It is packed.',
    });
  });
});

describe('whatever happens', () => {
  const ways = [
    [placed(), confirmed, paid, invoiced, invoicePaid, delivered],
    [placed(500, []), confirmed, paid, invoiced, invoicePaid],
    [placed(), confirmed, asked, stopped, cancelled, paid],
    [placed(), asked, confirmed, stopped, cancelled],
    [cancelled],
  ];

  it('an event that is delivered twice leads to nothing twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.array(fc.nat(20)), (way, repeats) => {
        const twice = repeats.reduce((events, at) => {
          const index = at % way.length;
          const event = way[index];
          const after = events.indexOf(event as Recorded) + 1;
          return event ? [...events.slice(0, after), event, ...events.slice(after)] : events;
        }, way);
        expect(run(...twice)).toEqual(run(...way));
      }),
    );
  });

  it('facts of other streams may arrive in any order: the same steps are taken', () => {
    const [first, ...others] = [placed(), confirmed, paid, invoiced, invoicePaid, delivered] as [
      Recorded,
      ...Recorded[],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(others, { minLength: others.length }), (shuffled) => {
        const sorted = (commands: readonly CommandMessage[]) => types(commands).sort();
        expect(sorted(run(first, ...shuffled))).toEqual(sorted(run(first, ...others)));
      }),
    );
  });

  /** Where an order has come to: what is known of it, what it waits for, and whether it is completed. */
  const endOf = (history: readonly Recorded[]) => {
    const { state } = tell(history);
    const { taken, cancelling: _reason, asks: _asks, denied: _denied, ...facts } = state;
    return { facts, waits: waitsOf(state), completed: taken.includes('complete') };
  };
  const histories = [...ways, [placed(), confirmed, asked, refused, paid, invoiced, invoicePaid, delivered]];

  it('told everything twice, it ends the same, and a command has one id and one content', () => {
    const told = (events: readonly Recorded[]) => {
      const { state, answers } = tell(events);
      const sent = new Map<string, CommandMessage>();
      for (const { event, commands } of answers)
        for (const [index, message] of commands.entries()) {
          const id = `${event.eventId} ${index}`;
          expect(sent.get(id) ?? message).toEqual(message);
          sent.set(id, message);
        }
      return { state, sent };
    };
    for (const history of histories) {
      const once = told(history);
      expect(told(history.flatMap((event) => [event, event]))).toEqual(once);
      expect(told([...history, ...history])).toEqual(once);
    }
  });

  it('with any two events of different streams swapped it ends the same', () => {
    for (const history of histories)
      for (const [i, one] of history.entries())
        for (const [j, other] of history.entries())
          if (i < j && one.streamId !== other.streamId)
            expect(endOf(history.with(i, other).with(j, one)), `${one.type} and ${other.type}`).toEqual(endOf(history));
  });

  it('it waits for something with a deadline, or it has ended', () => {
    fc.assert(
      fc.property(fc.constantFrom(...histories), fc.nat(), fc.nat(), (history, cut, from) => {
        const some = [...history.slice(from % history.length), ...history].slice(0, cut % (2 * history.length));
        const { state } = tell(some);
        expect(waitsOf(state).length > 0).toBe(!hasEnded(state));
      }),
    );
  });

  it('its commands carry ids, numbers and amounts, never texts or addresses', () => {
    const allowed = new Set([
      'orderId',
      'invoiceId',
      'deliveryId',
      'cancellationId',
      'lines',
      'orderNumber',
      'amount',
      'currency',
      'reason',
      'code',
      'message',
      'cancellationId',
      'lines',
      'returnInstead',
    ]);
    const fields = ways.flatMap((way) => run(...way)).flatMap(({ data }) => Object.keys(data));
    expect(fields.filter((field) => !allowed.has(field))).toEqual([]);
  });
});
