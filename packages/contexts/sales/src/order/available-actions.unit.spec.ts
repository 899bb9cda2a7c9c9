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
  expired,
  held,
  placed,
  requestedFor,
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
  'setPaymentTerms',
];
const CANCELLING = ['cancelOrderLines', 'cancelOrder'];

describe('What can be done with an order', () => {
  it('a complete draft: everything', () =>
    expect(allowedOf(...draft)).toEqual([...EDITING, 'applyDiscount', 'placeOrder', ...CANCELLING, 'addOrderNote']));
  it('an empty draft: not placed yet', () =>
    expect(allowedOf(drafted, addressed)).toEqual([
      'addItemToOrder',
      'addChargeToOrder',
      'setDeliveryAddress',
      'setBillingAddress',
      'setPaymentTerms',
      'cancelOrder',
      'addOrderNote',
    ]));
  it('placed or confirmed: hold it, cancel it', () => {
    expect(allowedOf(...placed)).toEqual(['holdOrder', ...CANCELLING, 'addOrderNote']);
    expect(allowedOf(...placed, confirmed)).toEqual(['holdOrder', ...CANCELLING, 'addOrderNote']);
  });
  it('on hold: release it, cancel it', () =>
    expect(allowedOf(...placed, held)).toEqual(['releaseOrder', ...CANCELLING, 'addOrderNote']));
  it('some of it being cancelled: more of it may be', () =>
    expect(allowedOf(...placed, requestedFor('k2', [{ lineId: 'L1', quantity: 1 }]))).toEqual([
      'holdOrder',
      ...CANCELLING,
      'addOrderNote',
    ]));
  it('being cancelled: hold it back until that is known', () =>
    expect(allowedOf(...placed, cancellationRequested)).toEqual(['holdOrder', 'addOrderNote']));
  it('cancelled, expired or completed: a note', () => {
    expect(allowedOf(...draft, cancelled)).toEqual(['addOrderNote']);
    expect(allowedOf(...placed, expired)).toEqual(['addOrderNote']);
    expect(allowedOf(...placed, held, expired)).toEqual(['addOrderNote']);
    expect(allowedOf(...placed, confirmed, completed)).toEqual(['addOrderNote']);
  });
  it('what is not possible says why, and what is has nothing to say', () => {
    const reasons = actionsOf([...placed, confirmed, completed]);
    expect(reasons.find(({ name }) => name === 'cancelOrder')?.reason).toBe(
      'The order is COMPLETED, everything in it was delivered: request a return instead.',
    );
    for (const { allowed, reason } of [...reasons, ...actionsOf(draft)]) expect(reason === null).toBe(allowed);
  });
});
