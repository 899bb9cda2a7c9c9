import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { draft, drafted, mugs, mugsAdded, orderId, placed, postage, postageAdded } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';
import { goodsLine } from './new-line.ts';

const order = specOf(Order, expect);
const addMugs = { orderId, ...mugs };
const addPostage = { orderId, ...postage };

describe('Adding to a draft', () => {
  it('captures the product and what the line comes to', () =>
    order.given(drafted).when(commands.AddItemToOrder, addMugs).then(mugsAdded));

  it('adds a charge, which nobody picks', () =>
    order.given(drafted).when(commands.AddChargeToOrder, addPostage).then(postageAdded));

  it('takes the same line again as the first', () => {
    order.given(drafted, mugsAdded).when(commands.AddItemToOrder, addMugs).thenNothing();
    order.given(drafted, postageAdded).when(commands.AddChargeToOrder, addPostage).thenNothing();
  });

  it('refuses another line under the same id', () =>
    order
      .given(drafted, mugsAdded)
      .when(commands.AddItemToOrder, { ...addMugs, quantity: 7 })
      .thenRefused('LineAlreadyExists', { lineId: 'L1' }));

  for (const quantity of [0, -1, 1.5, 1e9])
    it(`refuses a quantity of ${quantity}`, () => {
      const details = { sku: 'MUG', quantity: String(quantity) };
      order
        .given(drafted)
        .when(commands.AddItemToOrder, { ...addMugs, quantity })
        .thenRefused('QuantityNotAllowed', details);
      order
        .given(drafted)
        .when(commands.AddChargeToOrder, { ...addPostage, quantity })
        .thenRefused('QuantityNotAllowed', { sku: 'POST', quantity: String(quantity) });
    });

  it('takes a million of a thing', () =>
    expect(order.given(drafted).when(commands.AddItemToOrder, { ...addMugs, quantity: 1_000_000 }).decision.kind).toBe(
      'accepted',
    ));

  it('refuses what no ledger could add up any more', () => {
    const huge = { ...addMugs, quantity: 1_000_000, unitPrice: '99999' };
    const line = { ...goodsLine(mugs), lineId: 'L0', amount: 9_999_900_000_000 };
    const filled = { type: 'ItemAddedToOrder', data: { line } } as const;
    expect(order.given(drafted).when(commands.AddItemToOrder, huge).decision.kind).toBe('accepted');
    order.given(drafted, filled).when(commands.AddItemToOrder, huge).thenRefused('OrderTooLarge', { sku: 'MUG' });
    order
      .given(drafted, filled, mugsAdded)
      .when(commands.ChangeItemQuantity, { orderId, lineId: 'L1', quantity: 1_000_000 })
      .thenRefused('OrderTooLarge', { sku: 'MUG' });
  });

  it('refuses a price in another currency', () => {
    order
      .given(drafted)
      .when(commands.AddItemToOrder, { ...addMugs, currency: 'EUR' })
      .thenRefused('CurrencyMismatch', { sku: 'MUG', expected: 'GBP', actual: 'EUR' });
    order
      .given(drafted)
      .when(commands.AddChargeToOrder, { ...addPostage, currency: 'EUR' })
      .thenRefused('CurrencyMismatch', { sku: 'POST', expected: 'GBP', actual: 'EUR' });
  });

  it('refuses once the order is placed', () => {
    order
      .given(...placed)
      .when(commands.AddItemToOrder, addMugs)
      .thenRefused('OrderNotEditable', { status: 'PLACED' });
    order
      .given(...placed)
      .when(commands.AddChargeToOrder, addPostage)
      .thenRefused('OrderNotEditable', { status: 'PLACED' });
  });

  it('refuses an order that does not exist', () => {
    order.given().when(commands.AddItemToOrder, addMugs).thenRefused('OrderUnknown', { orderId });
    order.given().when(commands.AddChargeToOrder, addPostage).thenRefused('OrderUnknown', { orderId });
  });
});

describe('Changing a quantity', () => {
  const change = { orderId, lineId: 'L1', quantity: 10 };

  it('counts the line anew', () =>
    order
      .given(...draft)
      .when(commands.ChangeItemQuantity, change)
      .then({ type: 'ItemQuantityChanged', data: { lineId: 'L1', quantity: 10, amount: 2550 } }));

  it('does nothing where it is so already', () =>
    order
      .given(...draft)
      .when(commands.ChangeItemQuantity, { ...change, quantity: 6 })
      .thenNothing());

  it('refuses what is no sensible quantity', () =>
    order
      .given(...draft)
      .when(commands.ChangeItemQuantity, { ...change, quantity: 0 })
      .thenRefused('QuantityNotAllowed', { sku: 'MUG', quantity: '0' }));

  it('refuses a line that is not there, an order that is placed, and one that does not exist', () => {
    order
      .given(...draft)
      .when(commands.ChangeItemQuantity, { ...change, lineId: 'L9' })
      .thenRefused('LineUnknown', { lineId: 'L9' });
    order
      .given(...placed)
      .when(commands.ChangeItemQuantity, change)
      .thenRefused('OrderNotEditable', { status: 'PLACED' });
    order.given().when(commands.ChangeItemQuantity, change).thenRefused('OrderUnknown', { orderId });
  });
});

describe('Removing a line', () => {
  const remove = { orderId, lineId: 'L1' };

  it('takes it out', () =>
    order
      .given(...draft)
      .when(commands.RemoveItemFromOrder, remove)
      .then({ type: 'ItemRemovedFromOrder', data: { lineId: 'L1' } }));

  it('refuses a line that is not there (any more), an order that is placed, and one that does not exist', () => {
    const removed = { type: 'ItemRemovedFromOrder', data: { lineId: 'L1' } } as const;
    order
      .given(...draft, removed)
      .when(commands.RemoveItemFromOrder, remove)
      .thenRefused('LineUnknown', { lineId: 'L1' });
    order
      .given(...placed)
      .when(commands.RemoveItemFromOrder, remove)
      .thenRefused('OrderNotEditable', { status: 'PLACED' });
    order.given().when(commands.RemoveItemFromOrder, remove).thenRefused('OrderUnknown', { orderId });
  });
});
