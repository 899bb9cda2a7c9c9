import { context } from '@waybill/engine/testing';
import { documentTotals } from '@waybill/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customer, leeds, mugs, orderId, postage, york } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import type { OrderEvent } from './events.ts';
import { openPart } from './open-lines.ts';
import type { Order as OrderState } from './order.ts';

type Command = readonly [type: string, data: object];

const lineId = fc.constantFrom('L1', 'L2', 'L3', 'C1');
const quantity = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.constantFrom(0, -1, 1.5, 1e9));
const price = fc.constantFrom('0', '0.001', '2.55', '12.3456', '99.99');
const currency = fc.oneof({ weight: 6, arbitrary: fc.constant('GBP') }, fc.constant('EUR'));
const taxRate = fc.constantFrom('0', '5', '17.5', '20');
const line = fc.record({ lineId, quantity, unitPrice: price, currency, taxRate });
const address = fc.option(fc.constantFrom(leeds, york));

const discount = fc
  .record({
    discountId: fc.constantFrom('D1', 'D2', 'D3'),
    percent: fc.option(fc.constantFrom('0', '3', '12.5', '33.333', '100')),
    amount: fc.nat(5_000),
    lineId: fc.option(lineId),
  })
  .map((given) => ({ ...given, description: 'Spring sale', amount: given.percent === null ? given.amount : null }));
const pieces = fc.array(fc.record({ lineId, quantity: fc.oneof(fc.integer({ min: 1, max: 12 }), quantity) }), {
  maxLength: 3,
});
const cancellationId = fc.constantFrom('k1', 'k2', 'k3', 'k4');
const asked = fc.record({ cancellationId: fc.option(cancellationId) });
const reason = 'changed my mind';
const no = { code: 'ReturnInstead', message: 'Already packed.', returnInstead: null };

const header = { number: 'ORD-2026-000001', ...customer, currency: 'GBP' };
const prices = fc.constantFrom('NET', 'GROSS');
const placing = { customerId: 'c1', channel: 'web' };
const whole = fc
  .record({
    items: fc.array(line, { maxLength: 3 }),
    charges: fc.array(line, { maxLength: 2 }),
    discounts: fc.array(discount, { maxLength: 2 }),
    prices,
  })
  .map(({ items, charges, discounts, ...said }) => ({
    ...header,
    ...said,
    deliveryAddress: leeds,
    billingAddress: york,
    externalId: null,
    discounts,
    items: items.map((item) => ({ ...mugs, ...item })),
    charges: charges.map((charge) => ({ ...postage, ...charge })),
  }));

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ prices, deliveryAddress: address })
      .map((said): Command => ['DraftOrder', { ...header, ...said, billingAddress: null }]),
  },
  { weight: 5, arbitrary: line.map((item): Command => ['AddItemToOrder', { ...mugs, ...item }]) },
  { weight: 2, arbitrary: line.map((charge): Command => ['AddChargeToOrder', { ...postage, ...charge }]) },
  { weight: 2, arbitrary: fc.record({ lineId, quantity }).map((data): Command => ['ChangeItemQuantity', data]) },
  lineId.map((id): Command => ['RemoveItemFromOrder', { lineId: id }]),
  address.map((to): Command => ['SetDeliveryAddress', { customerId: 'c1', address: to }]),
  address.map((to): Command => ['SetBillingAddress', { customerId: 'c1', address: to }]),
  fc.constantFrom('PREPAID', 'NET_30').map((terms): Command => ['SetPaymentTerms', { terms }]),
  { weight: 3, arbitrary: discount.map((given): Command => ['ApplyDiscount', given]) },
  {
    weight: 4,
    arbitrary: fc
      .option(whole)
      .map((order): Command => ['PlaceOrder', { ...placing, order, terms: null, shortage: 'BACKORDER' }]),
  },
  whole.map((order): Command => ['RecordOrderAsCancelled', { ...placing, order, terms: 'PREPAID', reason }]),
  fc.constantFrom<Command>(['ConfirmOrder', {}], ['HoldOrder', { reason }], ['ReleaseOrder', {}], ['ExpireOrder', {}]),
  asked.map((given): Command => ['CancelOrder', { ...given, reason }]),
  {
    weight: 4,
    arbitrary: fc
      .record({ cancellationId, lines: pieces })
      .map((given): Command => ['CancelOrderLines', { ...given, reason }]),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ cancellationId: fc.option(cancellationId), lines: fc.option(pieces) })
      .map((given): Command => ['RecordCancellation', given]),
  },
  asked.map((given): Command => ['RejectCancellation', { ...given, ...no }]),
  fc.constant<Command>(['AddOrderNote', { customerId: 'c1', noteId: 'n1', text: 'Ring twice' }]),
  fc.constant<Command>(['CompleteOrder', {}]),
);

/** Obeys, and answers the new state with the events that led there. */
const obey = (state: OrderState, [type, data]: Command) => {
  const decision = Order.decide(type, { orderId, ...data }, state, context);
  const events: readonly OrderEvent[] = decision.kind === 'accepted' ? decision.events : [];
  return { events, state: events.reduce(Order.evolve, state) };
};

const whenever = (holds: (before: OrderState, after: OrderState, events: readonly OrderEvent[]) => void) =>
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 40 }), (commands) => {
      let state: OrderState = null;
      for (const next of commands) {
        const { events, state: after } = obey(state, next);
        holds(state, after, events);
        state = after;
      }
    }),
    { numRuns: 500 },
  );

it('what is billed adds up to the totals that were agreed, whatever happened before', () =>
  whenever((_before, after, events) => {
    const placed = events.find(({ type }) => type === 'OrderPlaced');
    if (placed?.type !== 'OrderPlaced' || !after) return;
    const { net, tax, total, lineCount } = placed.data;
    expect({ net, tax, total, lineCount }).toMatchObject({ ...sums(after), lineCount: after.lines.length });
    expect(after.prices === 'GROSS' ? total : net).toBe(after.lines.reduce((sum, { amount }) => sum + amount, 0));
  }));

const sums = ({ lines, prices: basis }: NonNullable<OrderState>) => {
  const { net, tax, total } = documentTotals(lines, basis);
  return { net, tax, total };
};

it('no order is placed that is empty, goes nowhere, or holds a quantity nobody can pick', () =>
  whenever((_before, after, events) => {
    if (!events.some(({ type }) => type === 'OrderPlaced')) return;
    expect(after?.lines.length).toBeGreaterThan(0);
    expect(after?.deliveryAddress).not.toBeNull();
    for (const { quantity: pieces } of after?.lines ?? []) expect(Number.isInteger(pieces) && pieces >= 1).toBe(true);
  }));

it('what was cancelled and what is left come to what was agreed, to the last unit, after every command', () =>
  whenever((before, after, events) => {
    if (!after?.placed) return;
    const left = openPart(after);
    if (after.status !== 'COMPLETED' || left.lines.length > 0)
      expect({ net: after.placed.net, total: after.placed.total }).toEqual({ net: left.net, total: left.total });
    for (const { lineId: id, quantity: ordered } of after.lines)
      expect(after.cancelled[id] ?? 0).toBeLessThanOrEqual(ordered);
    for (const event of events) {
      if (event.type === 'OrderLinesCancelled')
        expect(before?.placed?.total).toBe(after.placed.total + event.data.total);
      if ((event.type === 'OrderCancelled' || event.type === 'OrderExpired') && event.data.placed)
        expect(event.data.placed).toMatchObject({ net: left.net, total: left.total });
    }
  }));

it('an order that has ended stays so, and what was agreed never changes once it is placed', () =>
  whenever((before, after) => {
    if (before?.end) expect(after?.status).toBe(before.status);
    if (before?.placed) expect(after?.lines).toEqual(before.lines);
  }));

const FROM_PROCESSES = ['ConfirmOrder', 'ExpireOrder', 'RecordCancellation', 'RejectCancellation', 'CompleteOrder'];

it('what a process sends twice happens once, and is never refused the second time', () =>
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), fc.constantFrom(...FROM_PROCESSES), (commands, type) => {
      const before = commands.reduce<OrderState>((state, next) => obey(state, next).state, null);
      const sent: Command = [type, { cancellationId: 'k1', lines: null, ...no }];
      const { events, state } = obey(before, sent);
      if (events.length > 0)
        expect(Order.decide(type, { orderId, ...sent[1] }, state, context)).toEqual({ kind: 'accepted', events: [] });
    }),
    { numRuns: 500 },
  ));
