import { context } from '@waybill/engine/testing';
import { documentTotals } from '@waybill/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { customer, leeds, mugs, orderId, postage, york } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import type { OrderEvent } from './events.ts';
import type { Order as OrderState } from './order.ts';

type Command = readonly [type: string, data: object];

const lineId = fc.constantFrom('L1', 'L2', 'L3', 'C1');
const quantity = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.constantFrom(0, -1, 1.5, 1e9));
const price = fc.constantFrom('0', '0.001', '2.55', '12.3456', '99.99');
const currency = fc.oneof({ weight: 6, arbitrary: fc.constant('GBP') }, fc.constant('EUR'));
const taxRate = fc.constantFrom('0', '5', '17.5', '20');
const line = fc.record({ lineId, quantity, unitPrice: price, currency, taxRate });
const address = fc.option(fc.constantFrom(leeds, york));

const header = { number: 'ORD-2026-000001', ...customer, currency: 'GBP' };
const whole = fc
  .record({ items: fc.array(line, { maxLength: 3 }), charges: fc.array(line, { maxLength: 2 }) })
  .map(({ items, charges }) => ({
    ...header,
    deliveryAddress: leeds,
    billingAddress: york,
    externalId: null,
    items: items.map((item) => ({ ...mugs, ...item })),
    charges: charges.map((charge) => ({ ...postage, ...charge })),
  }));

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: address.map(
      (deliveryAddress): Command => ['DraftOrder', { ...header, deliveryAddress, billingAddress: null }],
    ),
  },
  { weight: 5, arbitrary: line.map((item): Command => ['AddItemToOrder', { ...mugs, ...item }]) },
  { weight: 2, arbitrary: line.map((charge): Command => ['AddChargeToOrder', { ...postage, ...charge }]) },
  { weight: 2, arbitrary: fc.record({ lineId, quantity }).map((data): Command => ['ChangeItemQuantity', data]) },
  lineId.map((id): Command => ['RemoveItemFromOrder', { lineId: id }]),
  address.map((to): Command => ['SetDeliveryAddress', { customerId: 'c1', address: to }]),
  address.map((to): Command => ['SetBillingAddress', { customerId: 'c1', address: to }]),
  {
    weight: 2,
    arbitrary: fc.option(whole).map((order): Command => ['PlaceOrder', { customerId: 'c1', order, channel: 'web' }]),
  },
  fc.constant<Command>(['ConfirmOrder', {}]),
  fc.constant<Command>(['CancelOrder', { reason: 'changed my mind' }]),
  fc.constant<Command>(['RecordCancellation', {}]),
  fc.constant<Command>(['RejectCancellation', { code: 'ReturnInstead', message: 'Already packed.' }]),
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
    expect(net).toBe(after.lines.reduce((sum, { amount }) => sum + amount, 0));
  }));

const sums = ({ lines }: NonNullable<OrderState>) => {
  const { net, tax, total } = documentTotals(lines);
  return { net, tax, total };
};

it('no order is placed that is empty, goes nowhere, or holds a quantity nobody can pick', () =>
  whenever((_before, after, events) => {
    if (!events.some(({ type }) => type === 'OrderPlaced')) return;
    expect(after?.lines.length).toBeGreaterThan(0);
    expect(after?.deliveryAddress).not.toBeNull();
    for (const { quantity: pieces } of after?.lines ?? []) expect(Number.isInteger(pieces) && pieces >= 1).toBe(true);
  }));

it('a cancelled or completed order stays so, and its lines never change once it is placed', () =>
  whenever((before, after) => {
    if (before?.status === 'CANCELLED' || before?.status === 'COMPLETED') expect(after?.status).toBe(before.status);
    if (before?.placed) expect(after?.lines).toEqual(before.lines);
  }));

const FROM_PROCESSES = ['ConfirmOrder', 'RecordCancellation', 'RejectCancellation', 'CompleteOrder'];

it('what a process sends twice happens once, and is never refused the second time', () =>
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), fc.constantFrom(...FROM_PROCESSES), (commands, type) => {
      const before = commands.reduce<OrderState>((state, next) => obey(state, next).state, null);
      const sent: Command = [type, { code: 'ReturnInstead', message: 'Already packed.' }];
      const { events, state } = obey(before, sent);
      if (events.length > 0)
        expect(Order.decide(type, { orderId }, state, context)).toEqual({ kind: 'accepted', events: [] });
    }),
    { numRuns: 500 },
  ));
