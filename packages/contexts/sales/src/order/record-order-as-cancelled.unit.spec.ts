import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { customer, leeds, mugs, orderId, placed, postage } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands, type WholeOrder } from './commands.ts';

const order = specOf(Order, expect);
const whole: WholeOrder = {
  number: 'ORD-2026-000001',
  ...customer,
  currency: 'GBP',
  prices: 'NET',
  deliveryAddress: leeds,
  billingAddress: leeds,
  items: [mugs],
  charges: [postage],
  discounts: [],
  externalId: '42',
};
const agreed = { orderId, customerId: 'c1', order: whole, channel: 'edi', terms: 'PREPAID' as const };
const late = { ...agreed, reason: 'cancelled before it came' };
const { decision } = order.given().when(commands.RecordOrderAsCancelled, late);
const recorded = decision.kind === 'accepted' ? decision.events : [];

describe('An order that comes after its own cancellation', () => {
  it('is recorded by one event, as it was', () =>
    expect(recorded).toMatchObject([
      {
        type: 'OrderRecordedAsCancelled',
        data: { ...customer, net: 1930, tax: 386, total: 2316, channel: 'edi', externalId: '42', terms: 'PREPAID' },
      },
    ]));

  it('is cancelled, and whatever comes for it later does nothing', () => {
    const cancelledLong = order.given(...recorded);
    expect(cancelledLong.state?.status).toBe('CANCELLED');
    const cancel = { orderId, reason: 'again', cancellationId: 'k1' };
    const placing = { ...agreed, shortage: 'BACKORDER' as const };
    cancelledLong.when(commands.RecordOrderAsCancelled, late).thenNothing();
    cancelledLong.when(commands.PlaceOrder, placing).thenNothing();
    cancelledLong.when(commands.ConfirmOrder, { orderId }).thenNothing();
    cancelledLong.when(commands.CancelOrder, cancel).thenNothing();
    cancelledLong.when(commands.CancelOrderLines, { ...cancel, lines: [{ lineId: 'L1', quantity: 1 }] }).thenNothing();
    cancelledLong.when(commands.RecordCancellation, { orderId, cancellationId: null, lines: null }).thenNothing();
    cancelledLong.when(commands.ExpireOrder, { orderId }).thenNothing();
  });

  it('is refused where the order is there, or could not be placed either', () => {
    order
      .given(...placed)
      .when(commands.RecordOrderAsCancelled, late)
      .thenRefused('OrderAlreadyExists', { orderId });
    const empty = { ...late, order: { ...whole, items: [], charges: [] } };
    order.given().when(commands.RecordOrderAsCancelled, empty).thenRefused('OrderEmpty', {});
  });
});
