import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { draft, orderId, placed } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const place = { orderId, customerId: null, order: null, channel: 'web', terms: null, shortage: 'BACKORDER' } as const;

describe('Payment terms', () => {
  const onCredit = { type: 'PaymentTermsChanged', data: { terms: 'NET_30' } } as const;
  it('are agreed while it is a draft', () => {
    order
      .given(...draft)
      .when(commands.SetPaymentTerms, { orderId, terms: 'NET_30' })
      .then(onCredit);
    order
      .given(...draft, onCredit)
      .when(commands.SetPaymentTerms, { orderId, terms: 'NET_30' })
      .thenNothing();
    order
      .given(...placed)
      .when(commands.SetPaymentTerms, { orderId, terms: 'NET_30' })
      .thenRefused('OrderNotEditable', { status: 'PLACED' });
    order.given().when(commands.SetPaymentTerms, { orderId, terms: 'NET_30' }).thenRefused('OrderUnknown', { orderId });
  });
  it('are told to everybody and to billing when it is placed', () => {
    const { decision } = order.given(...draft, onCredit).when(commands.PlaceOrder, { ...place, shortage: 'CANCEL' });
    expect(decision).toMatchObject({
      events: [{ data: { terms: 'NET_30', shortage: 'CANCEL' } }, { data: { terms: 'NET_30' } }, {}],
    });
    const asked = order.given(...draft, onCredit).when(commands.PlaceOrder, { ...place, terms: 'NET_14' });
    expect(asked.decision).toMatchObject({ events: [{ data: { terms: 'NET_14' } }, {}, {}] });
  });
});

describe('A discount', () => {
  const ten = { discountId: 'D1', description: 'Spring sale', percent: '10', amount: null, lineId: null };
  const applied = { type: 'DiscountApplied', data: ten } as const;
  const apply = (over: Partial<typeof ten> | { amount: number } = {}) => ({ orderId, ...ten, ...over });

  it('is applied to a draft once; with other terms it takes the place of the one before', () => {
    order
      .given(...draft)
      .when(commands.ApplyDiscount, apply())
      .then(applied);
    order
      .given(...draft, applied)
      .when(commands.ApplyDiscount, apply())
      .thenNothing();
    const five = { ...ten, percent: '5' };
    order
      .given(...draft, applied)
      .when(commands.ApplyDiscount, apply({ percent: '5' }))
      .then({ type: 'DiscountApplied', data: five });
    const { state } = order.given(...draft, applied, { type: 'DiscountApplied', data: five });
    expect(state?.lines.map(({ discount }) => discount)).toEqual([77, 20]);
  });

  it('follows the lines of the draft, and goes with the line that it was for', () => {
    const ofMugs = { type: 'DiscountApplied', data: { ...ten, lineId: 'L1' } } as const;
    const more = { type: 'ItemQuantityChanged', data: { lineId: 'L1', quantity: 10, amount: 2550 } } as const;
    const { state } = order.given(...draft, ofMugs, more);
    expect(state?.lines.map(({ amount, discount }) => [amount, discount])).toEqual([
      [2295, 255],
      [400, 0],
    ]);
    const removed = { type: 'ItemRemovedFromOrder', data: { lineId: 'L1' } } as const;
    expect(order.given(...draft, ofMugs, removed).state?.discounts).toEqual([]);
  });

  it('is captured in what billing is told, and in the totals', () => {
    const { decision } = order.given(...draft, applied).when(commands.PlaceOrder, place);
    expect(decision).toMatchObject({
      events: [
        { data: { net: 1737, tax: 347, total: 2084 } },
        {
          data: {
            discounts: [ten],
            lines: [
              { amount: 1377, discount: 153 },
              { amount: 360, discount: 40 },
            ],
          },
        },
        {},
      ],
    });
  });

  it('is per cent or an amount, off a line that is there, while it is a draft', () => {
    const asDraft = order.given(...draft);
    asDraft.when(commands.ApplyDiscount, apply({ amount: 5 })).thenRefused('DiscountNotClear', {});
    asDraft.when(commands.ApplyDiscount, { ...apply(), percent: null }).thenRefused('DiscountNotClear', {});
    asDraft.when(commands.ApplyDiscount, { ...apply(), lineId: 'L9' }).thenRefused('LineUnknown', { lineId: 'L9' });
    order
      .given(...placed)
      .when(commands.ApplyDiscount, apply())
      .thenRefused('OrderNotEditable', { status: 'PLACED' });
    order.given().when(commands.ApplyDiscount, apply()).thenRefused('OrderUnknown', { orderId });
  });
});
