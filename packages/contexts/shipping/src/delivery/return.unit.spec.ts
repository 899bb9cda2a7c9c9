import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { confirmed, deliveryId, goods, onItsWay, scheduled } from '../fixtures/delivery-events.ts';
import { orderId } from '../fixtures/order.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands as commands } from './commands.ts';
import type { DeliveryEvent } from './events.ts';

const delivery = specOf(Delivery, expect);

describe('a return', () => {
  const hearts = (quantity: number) => ({ lineId: 'l-1', sku: 'A', quantity });
  const asked = (returnId: string, quantity: number): DeliveryEvent => ({
    type: 'ReturnRequested',
    data: { orderId, returnId, lines: [hearts(quantity)], reason: 'too small' },
  });
  const received = (returnId: string, quantity: number): DeliveryEvent => ({
    type: 'ReturnReceived',
    data: { orderId, returnId, lines: [{ ...hearts(quantity), disposition: 'RESTOCK' }] },
  });
  const request = (returnId: string, quantity: number) => ({
    deliveryId,
    returnId,
    lines: [{ lineId: 'l-1', quantity }],
    reason: 'too small',
  });
  const receive = (returnId: string, quantity: number) => ({
    deliveryId,
    returnId,
    lines: [{ lineId: 'l-1', quantity, disposition: 'RESTOCK' as const }],
  });

  it('is asked for once, and never of more than left', () => {
    delivery
      .given(...onItsWay)
      .when(commands.RequestReturn, request('r-1', 4))
      .then(asked('r-1', 4));
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.RequestReturn, request('r-1', 4))
      .thenNothing();
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.RequestReturn, request('r-2', 3))
      .thenRefused('ReturnExceedsDelivery', { lineId: 'l-1', available: 2 });
    delivery
      .given(...onItsWay, confirmed, asked('r-1', 4), received('r-1', 1))
      .when(commands.RequestReturn, request('r-2', 5))
      .then(asked('r-2', 5));
  });

  it('of everything takes what is not asked back yet', () => {
    const all = { deliveryId, returnId: 'r-2', lines: null, reason: 'too small' };
    delivery
      .given(...onItsWay, confirmed, asked('r-1', 6))
      .when(commands.RequestReturn, all)
      .then({
        type: 'ReturnRequested',
        data: { orderId, returnId: 'r-2', lines: [{ lineId: 'l-2', sku: 'B', quantity: 2 }], reason: 'too small' },
      });
    const whole: DeliveryEvent = {
      type: 'ReturnRequested',
      data: { orderId, returnId: 'r-1', lines: goods, reason: 'too small' },
    };
    delivery
      .given(...onItsWay, whole)
      .when(commands.RequestReturn, all)
      .thenRefused('NothingToReturn');
  });

  it('is of what left the house', () => {
    delivery.given(scheduled).when(commands.RequestReturn, request('r-1', 1)).thenRefused('DeliveryNotReturnable');
    delivery.given(scheduled).when(commands.ReceiveReturn, receive('r-1', 1)).thenRefused('DeliveryNotReturnable');
    delivery.given().when(commands.RequestReturn, request('r-1', 1)).thenRefused('DeliveryUnknown');
    delivery.given().when(commands.ReceiveReturn, receive('r-1', 1)).thenRefused('DeliveryUnknown');
  });

  it('says per piece what becomes of it, is received once, and closed by it', () => {
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, {
        deliveryId,
        returnId: 'r-1',
        lines: [
          { lineId: 'l-1', quantity: 1, disposition: 'RESTOCK' },
          { lineId: 'l-1', quantity: 1, disposition: 'SCRAP' },
        ],
      })
      .then({
        type: 'ReturnReceived',
        data: {
          orderId,
          returnId: 'r-1',
          lines: [
            { ...hearts(1), disposition: 'RESTOCK' },
            { ...hearts(1), disposition: 'SCRAP' },
          ],
        },
      });
    delivery
      .given(...onItsWay, asked('r-1', 4), received('r-1', 2))
      .when(commands.ReceiveReturn, receive('r-1', 2))
      .thenNothing();
  });

  it('may come unannounced, but not of what another return has', () => {
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, receive('r-2', 3))
      .thenRefused('ReturnExceedsDelivery', { lineId: 'l-1', available: 2 });
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, receive('r-2', 2))
      .then(received('r-2', 2));
    delivery
      .given(...onItsWay, asked('r-1', 4))
      .when(commands.ReceiveReturn, receive('r-1', 6))
      .then(received('r-1', 6));
  });

  it('of all that was in it makes the delivery returned', () => {
    const lanterns: DeliveryEvent = {
      type: 'ReturnReceived',
      data: { orderId, returnId: 'r-2', lines: [{ lineId: 'l-2', sku: 'B', quantity: 2, disposition: 'SCRAP' }] },
    };
    const { state } = delivery.given(...onItsWay, confirmed, received('r-1', 6));
    expect(state?.status).toBe('DELIVERED');
    const all = delivery.given(...onItsWay, confirmed, received('r-1', 6), lanterns);
    expect(all.state?.status).toBe('RETURNED');
    all.when(commands.ReceiveReturn, receive('r-3', 1)).thenRefused('NothingToReturn');
    all.when(commands.ConfirmDelivery, { deliveryId }).thenRefused('DeliveryNotConfirmable');
  });
});
