import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  addressed,
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  drafted,
  placed,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { availableActions } from './available-actions.ts';
import type { OrderEvent } from './events.ts';
import { factsOf } from './preconditions.ts';

const order = specOf(Order, expect);
const actionsOf = (history: OrderEvent[]) => {
  const { state } = order.given(...history);
  if (!state) throw new Error('no order');
  return availableActions(factsOf(state));
};
const allowedOf = (...history: OrderEvent[]) =>
  actionsOf(history)
    .filter(({ allowed }) => allowed)
    .map(({ name }) => name);

const EDITING = [
  'addItemToOrder',
  'addChargeToOrder',
  'changeItemQuantity',
  'removeItemFromOrder',
  'setDeliveryAddress',
  'setBillingAddress',
];

describe('What can be done with an order', () => {
  it('a complete draft: everything', () =>
    expect(allowedOf(...draft)).toEqual([...EDITING, 'placeOrder', 'cancelOrder']));
  it('an empty draft: not placed yet', () =>
    expect(allowedOf(drafted, addressed)).toEqual([
      'addItemToOrder',
      'addChargeToOrder',
      'setDeliveryAddress',
      'setBillingAddress',
      'cancelOrder',
    ]));
  it('placed or confirmed: cancel it', () => {
    expect(allowedOf(...placed)).toEqual(['cancelOrder']);
    expect(allowedOf(...placed, confirmed)).toEqual(['cancelOrder']);
  });
  it('being cancelled, cancelled or completed: nothing', () => {
    expect(allowedOf(...placed, cancellationRequested)).toEqual([]);
    expect(allowedOf(...draft, cancelled)).toEqual([]);
    expect(allowedOf(...placed, confirmed, completed)).toEqual([]);
  });
  it('what is not possible says why, and what is has nothing to say', () => {
    const reasons = actionsOf([...placed, confirmed, completed]);
    expect(reasons.find(({ name }) => name === 'cancelOrder')?.reason).toBe(
      'The order is COMPLETED, everything in it was delivered: request a return instead.',
    );
    for (const { allowed, reason } of [...reasons, ...actionsOf(draft)]) expect(reason === null).toBe(allowed);
  });
});
