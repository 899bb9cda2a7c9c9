import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  orderId,
  placed,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const the = { orderId };

describe('Confirming', () => {
  it('follows placing', () => {
    order
      .given(...placed)
      .when(commands.ConfirmOrder, the)
      .then(confirmed);
    expect(order.given(...placed, confirmed).state?.status).toBe('CONFIRMED');
  });

  it('is kept where a cancellation waits for its answer', () => {
    order
      .given(...placed, cancellationRequested)
      .when(commands.ConfirmOrder, the)
      .then(confirmed);
    expect(order.given(...placed, cancellationRequested, confirmed).state?.status).toBe('CANCELLING');
  });

  it('does nothing the second time, nor after the end', () => {
    order
      .given(...placed, confirmed)
      .when(commands.ConfirmOrder, the)
      .thenNothing();
    order
      .given(...placed, confirmed, completed)
      .when(commands.ConfirmOrder, the)
      .thenNothing();
    order
      .given(...placed, cancellationRequested, cancelled)
      .when(commands.ConfirmOrder, the)
      .thenNothing();
  });

  it('is refused for a draft, and where there is no order', () => {
    order
      .given(...draft)
      .when(commands.ConfirmOrder, the)
      .thenRefused('OrderNotConfirmable', { status: 'DRAFT' });
    order.given().when(commands.ConfirmOrder, the).thenRefused('OrderUnknown', { orderId });
  });
});

describe('Completing', () => {
  it('ends a confirmed order', () =>
    order
      .given(...placed, confirmed)
      .when(commands.CompleteOrder, the)
      .then(completed));

  it('overtakes a cancellation that came too late', () =>
    order
      .given(...placed, confirmed, cancellationRequested)
      .when(commands.CompleteOrder, the)
      .then(completed));

  it('does nothing the second time', () =>
    order
      .given(...placed, confirmed, completed)
      .when(commands.CompleteOrder, the)
      .thenNothing());

  it('is refused before the confirmation, after a cancellation, and where there is no order', () => {
    order
      .given(...draft)
      .when(commands.CompleteOrder, the)
      .thenRefused('OrderNotCompletable', { status: 'DRAFT' });
    order
      .given(...placed)
      .when(commands.CompleteOrder, the)
      .thenRefused('OrderNotCompletable', { status: 'PLACED' });
    order
      .given(...placed, confirmed, cancellationRequested, cancelled)
      .when(commands.CompleteOrder, the)
      .thenRefused('OrderNotCompletable', { status: 'CANCELLED' });
    order.given().when(commands.CompleteOrder, the).thenRefused('OrderUnknown', { orderId });
  });
});
