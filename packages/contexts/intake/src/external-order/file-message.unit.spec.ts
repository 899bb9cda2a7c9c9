import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancel, change, newOrder } from '../testing/order-messages.ts';
import type { ExternalOrderEvent } from './events.ts';
import { fileMessage } from './file-message.ts';
import type { FiledMessage } from './message.ts';
import { skipSequenceGap, timeOutSequenceGap } from './pass-gap.ts';
import { type ExternalOrder, evolve, unheardOf } from './state.ts';

/** All orders after these messages, in the order of their arrival, with everything that happened. */
const receive = (messages: readonly FiledMessage[]) => {
  const orders = new Map<string, ExternalOrder>();
  const events: ExternalOrderEvent[] = [];
  for (const message of messages) {
    const order = orders.get(message.externalOrderId) ?? unheardOf;
    const filed = fileMessage(order, message);
    events.push(...filed);
    orders.set(message.externalOrderId, filed.reduce(evolve, order));
  }
  return { orders, events };
};
/** What an order came to, whatever the way. */
const endOf = ({ stage, content, messages, parked }: ExternalOrder) => ({
  stage,
  lines: content?.lines.map(({ lineId, quantity }) => [lineId, quantity]),
  city: content?.deliveryAddress?.city,
  messages: messages.map(({ messageId }) => messageId).sort(),
  parked: parked.map(({ messageId, why }) => [messageId, why]).sort(),
});
const ends = (messages: readonly FiledMessage[]) => {
  const { orders } = receive(messages);
  return Object.fromEntries([...orders].sort().map(([id, order]) => [id, endOf(order)]));
};
const types = (messages: readonly FiledMessage[]) => receive(messages).events.map(({ type }) => type);
const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

const new42 = newOrder({ id: 'new-42', sequence: 1 }, [
  { lineId: 'L1', quantity: 6 },
  { lineId: 'L2', quantity: 2 },
]);
const change42 = change({ id: 'change-42', minute: 1, sequence: 2 }, [{ lineId: 'L1', quantity: 4 }], 'York');
const cancel42 = cancel({ id: 'cancel-42', minute: 2, sequence: 3 });
const new23 = newOrder({ order: '23', id: 'new-23' });

describe('a cancellation that comes before its order', () => {
  it('[Cancel 42, New 23, New 42]: is parked, and the order is recorded as cancelled by one event', () => {
    const { events } = receive([cancel({ id: 'c' }), new23, newOrder({ id: 'n' })]);
    expect(events.map(({ type, data }) => [type, data.externalOrderId])).toEqual([
      ['OrderMessageParked', '42'],
      ['ExternalOrderTaken', '23'],
      ['ExternalOrderTakenAsCancelled', '42'],
    ]);
    expect(events[0]).toMatchObject({ data: { why: 'ORDER_MISSING', message: { messageId: 'c' } } });
    expect(events[2]).toMatchObject({
      data: { reason: 'changed their mind', messages: [{ messageId: 'c' }, { messageId: 'n' }] },
    });
  });

  it('counts even where the numbers between are missing: nothing is begun that would have to be undone', () => {
    expect(types([cancel42, new42])).toEqual(['OrderMessageParked', 'ExternalOrderTakenAsCancelled']);
  });
});

describe('every permutation of {New, Change, Cancel} with duplicates', () => {
  const numbered = [new42, change42, cancel42];
  const unnumbered = numbered.map((message) => ({ ...message, sequence: null }));
  const end = { stage: 'CANCELLED', messages: ['cancel-42', 'change-42', 'new-42'], parked: [] };

  it.each([
    ['numbered', numbered],
    ['unnumbered', unnumbered],
  ])('%s: ends in one state', (_, messages) => {
    for (const order of permutations(messages)) expect(ends(order)).toEqual({ '42': end });
    for (const again of messages)
      for (const order of permutations([...messages, again])) expect(ends(order)).toEqual({ '42': end });
    const twice = permutations([...messages, ...messages]);
    for (const order of twice) expect(ends(order)).toEqual({ '42': end });
  });

  it('begins something in sales at most once, and takes nothing back that was cancelled', () => {
    for (const order of permutations(numbered)) {
      const happened = types(order);
      expect(happened.filter((type) => type.startsWith('ExternalOrderTaken'))).toHaveLength(1);
      const cancelled = happened.findIndex((type) => type.endsWith('Cancelled'));
      expect(happened.slice(cancelled + 1).filter((type) => type !== 'OrderMessageNoted')).toEqual([]);
    }
  });
});

describe('a change', () => {
  it('before its order waits, and the order is taken as it should be', () => {
    expect(types([change42, new42])).toEqual(['OrderMessageParked', 'ExternalOrderTaken']);
    expect(ends([change42, new42])).toEqual(ends([new42, change42]));
    expect(ends([new42, change42])['42']).toMatchObject({ stage: 'TAKEN', lines: [['L1', 4]], city: 'York' });
  });

  it('after its order says what is no longer wanted, and where it goes', () => {
    expect(receive([new42, change42]).events[1]).toMatchObject({
      type: 'ExternalOrderChanged',
      data: {
        cancelled: [
          { lineId: 'L1', quantity: 2 },
          { lineId: 'L2', quantity: 2 },
        ],
        addressChanged: true,
      },
    });
  });

  it('to more, or to something else, waits for a person with the reason', () => {
    const more = change({ id: 'more', minute: 1, sequence: 2 }, [
      { lineId: 'L1', quantity: 7 },
      { lineId: 'L3', quantity: 1 },
    ]);
    expect(receive([new42, more]).events[1]).toMatchObject({
      type: 'OrderMessageParked',
      data: { why: 'CHANGE_NOT_POSSIBLE', detail: 'line L1 would grow from 6 to 7; line L3 would be new' },
    });
  });

  it('cannot turn net prices into gross ones', () => {
    const lines = [{ lineId: 'L1', quantity: 6 }];
    const same = change({ id: 'same', minute: 1 }, lines);
    const gross: FiledMessage =
      same.kind === 'CANCELLATION' ? same : { ...same, content: { ...same.content, prices: 'GROSS' } };
    expect(receive([newOrder({ id: 'n' }), gross]).events[1]).toMatchObject({
      data: { why: 'CHANGE_NOT_POSSIBLE', detail: 'prices would be with tax or without, unlike before' },
    });
  });

  it('that is older than what is known changes nothing', () => {
    const older = change({ id: 'older', minute: 1 }, [{ lineId: 'L1', quantity: 5 }]);
    const newer = change({ id: 'newer', minute: 2 }, [{ lineId: 'L1', quantity: 3 }]);
    const order = newOrder({ id: 'n' });
    expect(types([order, newer, older])).toEqual(['ExternalOrderTaken', 'ExternalOrderChanged', 'OrderMessageNoted']);
    const end = { stage: 'TAKEN', lines: [['L1', 3]], messages: ['n', 'newer', 'older'], parked: [] };
    for (const some of permutations([order, newer, older])) expect(ends(some)['42']).toMatchObject(end);
  });
});

describe('a gap in the numbers', () => {
  it('parks what follows, until it is filled', () => {
    expect(types([new42, cancel42, change42])).toEqual([
      'ExternalOrderTaken',
      'OrderMessageParked',
      'ExternalOrderCancelled',
    ]);
    expect(receive([new42, cancel42]).events[1]).toMatchObject({ data: { why: 'GAP', detail: 'waits for number 2' } });
  });

  it('is told to a person when its time is over, and not where it was filled meanwhile', () => {
    const behind = receive([new42, cancel42]).orders.get('42') ?? unheardOf;
    expect(timeOutSequenceGap({}, behind)).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'SequenceGapTimedOut', data: { missing: [2] } }],
    });
    const filled = receive([new42, cancel42, change42]).orders.get('42') ?? unheardOf;
    expect(timeOutSequenceGap({}, filled)).toEqual({ kind: 'accepted', events: [] });
  });

  it('can be passed over: what waited has its effect, and what was missing may still come', () => {
    const behind = receive([new42, cancel42]).orders.get('42') ?? unheardOf;
    const passed = skipSequenceGap(behind);
    expect(passed.map(({ type }) => type)).toEqual(['SequenceGapSkipped', 'ExternalOrderCancelled']);
    const after = passed.reduce(evolve, behind);
    expect(endOf(fileMessage(after, change42).reduce(evolve, after))).toEqual(ends([new42, change42, cancel42])['42']);
  });
});

it('a second order under the same number waits for a person; the same one again does not', () => {
  const same = newOrder({ id: 'again', minute: 3 });
  const other = newOrder({ id: 'other', minute: 3 }, [{ lineId: 'L1', quantity: 9 }]);
  expect(types([newOrder({ id: 'n' }), same])).toEqual(['ExternalOrderTaken', 'OrderMessageNoted']);
  expect(receive([newOrder({ id: 'n' }), other]).events[1]).toMatchObject({ data: { why: 'SECOND_ORDER' } });
});

/** The messages of one order: it comes, becomes less a few times, and is perhaps cancelled. */
const story = (order: string) =>
  fc
    .record({ changes: fc.integer({ min: 0, max: 3 }), cancelled: fc.boolean(), numbered: fc.boolean() })
    .map(({ changes, cancelled, numbered }) => {
      const head = (id: string, minute: number) => ({
        order,
        id: `${order}-${id}`,
        minute,
        sequence: numbered ? minute + 1 : null,
      });
      return [
        newOrder(head('new', 0), [{ lineId: 'L1', quantity: 9 }]),
        ...Array.from({ length: changes }, (_, index) =>
          change(head(`change-${index}`, index + 1), [{ lineId: 'L1', quantity: 8 - index }]),
        ),
        ...(cancelled ? [cancel(head('cancel', changes + 1))] : []),
      ];
    });

it('the messages of several orders lead to the same end in whatever order and however often they come', () => {
  const stories = fc.tuple(story('1'), story('2'), story('3')).map((all) => all.flat());
  const arrivals = stories.chain((messages) =>
    fc.tuple(
      fc.constant(messages),
      fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length * 2 }),
    ),
  );
  fc.assert(
    fc.property(arrivals, ([inOrder, shuffled]) => {
      expect(ends(shuffled)).toEqual(ends(inOrder));
    }),
    { numRuns: 100 },
  );
}, 60_000);
