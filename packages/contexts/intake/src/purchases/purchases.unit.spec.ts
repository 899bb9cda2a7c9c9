import { specOf } from '@waybill/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchasesCommands } from './commands.ts';
import { matchByHand, setAside } from './decide-by-hand.ts';
import type { PurchasesEvent } from './events.ts';
import { purchases } from './purchases.ts';
import { evolve, type Purchases } from './state.ts';

const spec = specOf(purchases, expect);
const day = (number: number) => `2010-12-${String(number).padStart(2, '0')}T09:00:00.000Z`;

const bought = (
  externalOrderId: string,
  on: number,
  ...lines: readonly [sku: string, quantity: number, price: string][]
) =>
  ({
    type: 'PurchaseRecorded',
    data: {
      orderId: `o-${externalOrderId}`,
      externalOrderId,
      currency: 'GBP',
      happenedAt: day(on),
      lines: lines.map(([sku, quantity, unitPrice], index) => ({
        lineId: `${externalOrderId}/${index + 1}`,
        kind: 'GOODS',
        sku,
        quantity,
        unitPrice,
      })),
    },
  }) satisfies PurchasesEvent;

const credit = (on: number, ...lines: readonly [sku: string, quantity: number, price: string][]) => ({
  customerId: 'c-1',
  intakeId: 'i-C1',
  messageId: 'C1',
  currency: 'GBP',
  happenedAt: day(on),
  lines: lines.map(([sku, quantity, unitPrice], index) => ({
    lineId: `L${index + 1}`,
    kind: 'GOODS' as const,
    sku,
    description: null,
    quantity,
    unitPrice,
  })),
});

const match = (history: readonly PurchasesEvent[], cancellation: ReturnType<typeof credit>) => {
  const { decision } = spec.given(...history).when(purchasesCommands.MatchCancellation, cancellation);
  return decision.kind === 'accepted' ? decision.events : [];
};
/** Order, line, pieces and pence of what was found; what was not found follows. */
const found = (events: readonly PurchasesEvent[]) =>
  events.flatMap((event) => {
    if (event.type === 'CancellationMatched')
      return event.data.matches.map(({ externalOrderId, lineId, quantity, amount }) => [
        externalOrderId,
        lineId,
        quantity,
        amount,
      ]);
    return event.type === 'CancellationUnmatched'
      ? [['open', ...event.data.lines.map(({ sku, quantity }) => `${quantity} × ${sku}`)]]
      : [];
  });

describe('a cancellation that names no order', () => {
  it('is put to the same product of the latest order before it', () => {
    const history = [bought('1', 1, ['HEART', 6, '2.55']), bought('2', 2, ['LAMP', 1, '9.99'], ['HEART', 6, '2.55'])];
    expect(found(match(history, credit(3, ['HEART', 2, '2.55'])))).toEqual([['2', '2/2', 2, 510]]);
  });

  it('prefers the same price to the latest order', () => {
    const history = [bought('1', 1, ['HEART', 6, '2.55']), bought('2', 2, ['HEART', 6, '2.95'])];
    expect(found(match(history, credit(3, ['HEART', 2, '2.55'])))).toEqual([['1', '1/1', 2, 510]]);
    expect(found(match(history, credit(3, ['HEART', 2, '2.10'])))).toEqual([['2', '2/1', 2, 420]]);
  });

  it('is never put to an order that is later than itself', () => {
    const events = match([bought('1', 4, ['HEART', 6, '2.55'])], credit(3, ['HEART', 2, '2.55']));
    expect(found(events)).toEqual([['open', '2 × HEART']]);
    expect(events[0]).toMatchObject({
      data: { candidates: [{ externalOrderId: '1', reason: 'bought HEART, but later than the cancellation' }] },
    });
  });

  it('is split over orders where one alone does not suffice, and the pence add up', () => {
    const history = [bought('1', 1, ['HEART', 3, '0.335']), bought('2', 2, ['HEART', 2, '0.335'])];
    expect(found(match(history, credit(3, ['HEART', 5, '0.335'])))).toEqual([
      ['2', '2/1', 2, 67],
      ['1', '1/1', 3, 101],
    ]);
  });

  it('finds no piece twice, in its own lines or in those of others', () => {
    const history = [bought('1', 1, ['HEART', 3, '2.55'])];
    const first = match(history, credit(3, ['HEART', 2, '2.55'], ['HEART', 2, '2.55']));
    expect(found(first)).toEqual([
      ['1', '1/1', 2, 510],
      ['1', '1/1', 1, 255],
      ['open', '1 × HEART'],
    ]);
    const later = { ...credit(4, ['HEART', 1, '2.55']), intakeId: 'i-C2' };
    expect(found(match([...history, ...first], later))).toEqual([['open', '1 × HEART']]);
  });

  it('is not credited above what its order cost', () => {
    const history = [bought('1', 1, ['HEART', 2, '1.00'])];
    expect(found(match(history, credit(3, ['HEART', 2, '1.50'])))).toEqual([
      ['1', '1/1', 1, 150],
      ['open', '1 × HEART'],
    ]);
  });

  it('of a sum of money goes to the latest order that it fits into', () => {
    const history = [bought('1', 1, ['HEART', 10, '2.55']), bought('2', 2, ['HEART', 1, '2.55'])];
    expect(found(match(history, credit(3, ['D', 1, '20.00'])))).toEqual([['1', null, 1, 2_000]]);
    expect(found(match(history, credit(3, ['D', 1, '40.00'])))).toEqual([['open', '1 × D']]);
  });

  it('is looked at once', () => {
    const history = [bought('1', 1, ['HEART', 6, '2.55'])];
    const events = match(history, credit(3, ['HEART', 2, '2.55']));
    spec
      .given(...history, ...events)
      .when(purchasesCommands.MatchCancellation, credit(3, ['HEART', 2, '2.55']))
      .thenNothing();
  });

  it('is found as soon as the order that it waits for has come', () => {
    const open = match([], credit(3, ['HEART', 2, '2.55']));
    const { decision } = spec
      .given(...open)
      .when(purchasesCommands.RecordPurchase, { customerId: 'c-1', ...bought('1', 1, ['HEART', 6, '2.55']).data });
    const events = decision.kind === 'accepted' ? decision.events : [];
    expect(events.map(({ type }) => type)).toEqual(['PurchaseRecorded', 'CancellationMatched']);
    expect(found(events)).toEqual([['1', '1/1', 2, 510]]);
  });
});

describe('a person', () => {
  const history = [bought('1', 4, ['HEART', 6, '2.55']), bought('2', 1, ['LAMP', 1, '9.99'])];
  const state = [...history, ...match(history, credit(3, ['HEART', 2, '2.55']))].reduce<Purchases>(
    evolve,
    purchases.initial,
  );

  it('may put it to an order that the rule does not take', () => {
    expect(matchByHand({ intakeId: 'i-C1', orderId: 'o-1' }, state)).toMatchObject({
      events: [
        { type: 'CancellationMatched', data: { byHand: true, matches: [{ externalOrderId: '1', quantity: 2 }] } },
      ],
    });
  });

  it('may not put it to one that does not have it, or twice', () => {
    expect(matchByHand({ intakeId: 'i-C1', orderId: 'o-2' }, state)).toMatchObject({
      refusal: {
        code: 'PurchaseDoesNotFit',
        details: { orderId: 'o-2', reason: '2 × HEART cannot come back from it' },
      },
    });
    expect(matchByHand({ intakeId: 'i-C1', orderId: 'o-9' }, state)).toMatchObject({
      refusal: { code: 'PurchaseDoesNotFit' },
    });
    expect(matchByHand({ intakeId: 'i-C9', orderId: 'o-1' }, state)).toMatchObject({
      refusal: { code: 'CancellationNotOpen' },
    });
  });

  it('may set it aside: then it is looked for no longer', () => {
    const aside = setAside('i-C1', state);
    expect(aside).toEqual({ kind: 'accepted', events: [{ type: 'CancellationSetAside', data: { intakeId: 'i-C1' } }] });
    const after = aside.kind === 'accepted' ? aside.events.reduce(evolve, state) : state;
    expect([after.open, setAside('i-C1', after)]).toEqual([{}, { kind: 'accepted', events: [] }]);
  });
});

const sku = fc.constantFrom('HEART', 'LAMP', 'D');
const line = fc.tuple(sku, fc.integer({ min: 1, max: 5 }), fc.constantFrom('0.335', '2.55', '0.00'));

it('whatever comes back, no line gives back more than was bought, and no order more than it cost', () => {
  const step = fc.record({
    credit: fc.boolean(),
    on: fc.integer({ min: 1, max: 9 }),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let state: Purchases = purchases.initial;
      for (const [index, { credit: isCredit, on, lines }] of steps.entries()) {
        const data = isCredit
          ? { ...credit(on, ...lines), intakeId: `i-${index}` }
          : { customerId: 'c-1', ...bought(String(index), on, ...lines).data };
        const type = isCredit ? 'MatchCancellation' : 'RecordPurchase';
        const decision = purchases.decide(type, data, state, {} as never);
        if (decision.kind !== 'accepted') throw new Error(`${type} was not accepted`);
        state = decision.events.reduce(evolve, state);
      }
      for (const { lines, returned, credited, currency } of Object.values(state.purchases)) {
        for (const { lineId, quantity } of lines) expect(returned[lineId] ?? 0).toBeLessThanOrEqual(quantity);
        const cost = lines.reduce(
          (sum, { quantity, unitPrice }) => sum + Math.round(quantity * Number(unitPrice) * 100),
          0,
        );
        expect(currency).toBe('GBP');
        expect(credited).toBeLessThanOrEqual(cost);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
