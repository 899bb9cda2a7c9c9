import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { confirmed, deliveryId, failed, goods, onItsWay, retried, scheduled } from '../fixtures/delivery-events.ts';
import { orderId } from '../fixtures/order.ts';
import { Delivery } from './aggregate.ts';
import { deliveryCommands as commands } from './commands.ts';
import type { DeliveryEvent } from './events.ts';

const delivery = specOf(Delivery, expect);

describe('a delivery that fails', () => {
  const fail = { deliveryId, reason: 'nobody at home' };

  it('is tried again', () => {
    delivery
      .given(...onItsWay)
      .when(commands.FailDelivery, fail)
      .then(failed);
    delivery
      .given(...onItsWay, failed)
      .when(commands.FailDelivery, fail)
      .thenNothing();
    delivery
      .given(...onItsWay, failed)
      .when(commands.RetryDelivery, { deliveryId })
      .then(retried);
    delivery
      .given(...onItsWay, failed, retried)
      .when(commands.RetryDelivery, { deliveryId })
      .thenNothing();
    delivery
      .given(...onItsWay, failed, retried)
      .when(commands.ConfirmDelivery, { deliveryId })
      .then(confirmed);
  });

  it('has left, and has not arrived', () => {
    delivery.given(scheduled).when(commands.FailDelivery, fail).thenRefused('DeliveryNotFailable');
    delivery
      .given(...onItsWay, confirmed)
      .when(commands.FailDelivery, fail)
      .thenRefused('DeliveryNotFailable');
    delivery
      .given(...onItsWay, confirmed)
      .when(commands.RetryDelivery, { deliveryId })
      .thenRefused('DeliveryNotRetryable');
    delivery
      .given(...onItsWay, failed)
      .when(commands.ConfirmDelivery, { deliveryId })
      .thenRefused('DeliveryNotConfirmable');
  });

  it('goes back to sender as a return of everything', () => {
    const sentBack: DeliveryEvent = { type: 'DeliverySentBack', data: { orderId, reason: 'address unknown' } };
    const asked: DeliveryEvent = {
      type: 'ReturnRequested',
      data: { orderId, returnId: 'r-1', lines: goods, reason: 'address unknown' },
    };
    const sendBack = { deliveryId, returnId: 'r-1', reason: 'address unknown' };
    delivery
      .given(...onItsWay, failed)
      .when(commands.SendBackDelivery, sendBack)
      .then(sentBack, asked);
    delivery
      .given(...onItsWay, failed, sentBack, asked)
      .when(commands.SendBackDelivery, sendBack)
      .thenNothing();
    delivery
      .given(...onItsWay, failed, asked)
      .when(commands.SendBackDelivery, sendBack)
      .then(sentBack);
    delivery
      .given(...onItsWay)
      .when(commands.SendBackDelivery, sendBack)
      .thenRefused('DeliveryNotRetryable');
    delivery.given().when(commands.SendBackDelivery, sendBack).thenRefused('DeliveryUnknown');
    delivery
      .given(...onItsWay, failed, sentBack, asked)
      .when(commands.RetryDelivery, { deliveryId })
      .thenRefused('DeliveryNotRetryable');
  });
});
