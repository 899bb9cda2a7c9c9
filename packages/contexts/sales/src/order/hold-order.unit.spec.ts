import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  cancellationRejected,
  cancellationRequested,
  completed,
  confirmed,
  draft,
  expired,
  held,
  heldForCredit,
  orderId,
  overCredit,
  placed,
  released,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const hold = { orderId, reason: 'address looks wrong', credit: null };
const release = { orderId, override: null, withinLimit: false };
const statusAfter = (...history: Parameters<typeof order.given>) => order.given(...history).state?.status;

describe('Holding an order back', () => {
  it('is possible once it is placed, and while its cancellation is asked for', () => {
    for (const history of [placed, [...placed, confirmed], [...placed, cancellationRequested]])
      order
        .given(...history)
        .when(commands.HoldOrder, hold)
        .then(held);
  });
  it('does nothing where it is on hold already', () =>
    order
      .given(...placed, held)
      .when(commands.HoldOrder, { ...hold, reason: 'over the credit limit' })
      .thenNothing());
  it('is refused for drafts, after the end, and where there is no order', () => {
    order
      .given(...draft)
      .when(commands.HoldOrder, hold)
      .thenRefused('OrderNotHoldable', { status: 'DRAFT' });
    order
      .given(...placed, confirmed, completed)
      .when(commands.HoldOrder, hold)
      .thenRefused('OrderNotHoldable', { status: 'COMPLETED' });
    order.given().when(commands.HoldOrder, hold).thenRefused('OrderUnknown', { orderId });
  });
  it('shows, whatever happens beside it', () => {
    expect(statusAfter(...placed, held)).toBe('HELD');
    expect(statusAfter(...placed, held, confirmed)).toBe('HELD');
    expect(statusAfter(...placed, held, cancellationRequested)).toBe('CANCELLING');
    expect(statusAfter(...placed, held, cancellationRequested, cancellationRejected)).toBe('HELD');
    expect(statusAfter(...placed, held, expired)).toBe('EXPIRED');
    expect(statusAfter(...placed, held, confirmed, completed)).toBe('COMPLETED');
  });
});

describe('Releasing it', () => {
  it('lets it go on from where it was', () => {
    order
      .given(...placed, held)
      .when(commands.ReleaseOrder, release)
      .then(released);
    expect(statusAfter(...placed, held, released)).toBe('PLACED');
    expect(statusAfter(...placed, held, confirmed, released)).toBe('CONFIRMED');
  });
  it('is refused where it is not on hold, after the end, and where there is no order', () => {
    order
      .given(...placed)
      .when(commands.ReleaseOrder, release)
      .thenRefused('OrderNotHeld', { status: 'PLACED' });
    order
      .given(...placed, held, expired)
      .when(commands.ReleaseOrder, release)
      .thenRefused('OrderNotHeld', { status: 'EXPIRED' });
    order.given().when(commands.ReleaseOrder, release).thenRefused('OrderUnknown', { orderId });
  });
});

describe("An order over its customer's credit limit", () => {
  it('is held with the figures', () =>
    order
      .given(...placed, confirmed)
      .when(commands.HoldOrder, { orderId, reason: 'over the credit limit', credit: overCredit })
      .then(heldForCredit));
  it('goes on by itself when there is room, and nothing else is released by that', () => {
    order
      .given(...placed, confirmed, heldForCredit)
      .when(commands.ReleaseOrder, { ...release, withinLimit: true })
      .then(released);
    order
      .given(...placed, confirmed, heldForCredit, released, held)
      .when(commands.ReleaseOrder, { ...release, withinLimit: true })
      .thenNothing();
  });
  it('goes on where a person says why, and only then', () => {
    for (const override of [null, ' '])
      order
        .given(...placed, confirmed, heldForCredit)
        .when(commands.ReleaseOrder, { ...release, override })
        .thenRefused('OrderOverCreditLimit', {});
    order
      .given(...placed, confirmed, heldForCredit)
      .when(commands.ReleaseOrder, { ...release, override: 'They pay on Friday' })
      .then({ type: 'OrderReleased', data: { override: 'They pay on Friday' } });
  });
  it('takes no reason where it was held for another', () =>
    order
      .given(...placed, held)
      .when(commands.ReleaseOrder, { ...release, override: 'They pay on Friday' })
      .then(released));
});
