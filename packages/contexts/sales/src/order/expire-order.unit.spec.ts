import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  expired,
  linesCancelled,
  orderId,
  placed,
  requestedFor,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const expire = { orderId };
const counted = (net: number, total: number) => ({ on: '2026-01-05', currency: 'GBP', net, total });

describe('An order that nobody paid', () => {
  it('expires, and says what it had counted as', () => {
    for (const history of [placed, [...placed, confirmed], [...placed, confirmed, cancellationRequested]])
      order
        .given(...history)
        .when(commands.ExpireOrder, expire)
        .then({ type: 'OrderExpired', data: { placed: counted(1930, 2316) } });
    const two = [{ lineId: 'L1', quantity: 2 }];
    order
      .given(...placed, requestedFor('k1', two), linesCancelled('k1', two, 510, 612))
      .when(commands.ExpireOrder, expire)
      .then({ type: 'OrderExpired', data: { placed: counted(1420, 1704) } });
  });
  it('has ended for good', () => {
    for (const end of [expired, cancelled, completed])
      order
        .given(...placed, confirmed, end)
        .when(commands.ExpireOrder, expire)
        .thenNothing();
    order
      .given(...placed, expired)
      .when(commands.ConfirmOrder, { orderId })
      .thenNothing();
    order
      .given(...placed, confirmed, expired)
      .when(commands.CompleteOrder, { orderId })
      .thenRefused('OrderNotCompletable', { status: 'EXPIRED' });
  });
  it('was placed: a draft does not expire, nor does what is not there', () => {
    order
      .given(...draft)
      .when(commands.ExpireOrder, expire)
      .thenRefused('OrderNotExpirable', { status: 'DRAFT' });
    order.given().when(commands.ExpireOrder, expire).thenRefused('OrderUnknown', { orderId });
  });
});
