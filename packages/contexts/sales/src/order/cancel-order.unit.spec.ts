import type { CommandData } from '@waybill/engine';
import { context, specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  cancellationRejected,
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  draft,
  expired,
  held,
  orderId,
  placed,
  requestedFor,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const reason = 'changed my mind';
const cancellationId = 'k1';
const rejected = cancellationRejected;
const counted = { on: '2026-01-05', currency: 'GBP', net: 1930, total: 2316 };

describe('Asking to cancel', () => {
  const cancel = { orderId, reason, cancellationId };

  it('cancels a draft at once', () =>
    order
      .given(...draft)
      .when(commands.CancelOrder, cancel)
      .then(cancelled));

  it('is a question once the order is placed', () => {
    order
      .given(...placed)
      .when(commands.CancelOrder, cancel)
      .then(cancellationRequested);
    order
      .given(...placed, confirmed)
      .when(commands.CancelOrder, cancel)
      .then(cancellationRequested);
  });

  it('does nothing while it is being answered', () =>
    order
      .given(...placed, cancellationRequested)
      .when(commands.CancelOrder, cancel)
      .thenNothing());

  it('does nothing under an id that has its answer', () =>
    order
      .given(...placed, confirmed, cancellationRequested, rejected)
      .when(commands.CancelOrder, cancel)
      .thenNothing());

  it('may be asked again after a no, and of an order on hold', () => {
    order
      .given(...placed, confirmed, cancellationRequested, rejected)
      .when(commands.CancelOrder, { ...cancel, cancellationId: 'k2' })
      .then(requestedFor('k2'));
    order
      .given(...placed, held)
      .when(commands.CancelOrder, cancel)
      .then(cancellationRequested);
  });

  it('is known by its command where it has no id of its own', () =>
    order
      .given(...placed)
      .when(commands.CancelOrder, { ...cancel, cancellationId: null })
      .then(requestedFor(context.commandId)));

  it('is refused after the end', () => {
    order
      .given(...placed, confirmed, completed)
      .when(commands.CancelOrder, cancel)
      .thenRefused('OrderNotCancellable', { status: 'COMPLETED' });
    order
      .given(...draft, cancelled)
      .when(commands.CancelOrder, cancel)
      .thenRefused('OrderNotCancellable', { status: 'CANCELLED' });
    order
      .given(...placed, expired)
      .when(commands.CancelOrder, cancel)
      .thenRefused('OrderNotCancellable', { status: 'EXPIRED' });
  });

  it('is refused where there is no order', () =>
    order.given().when(commands.CancelOrder, cancel).thenRefused('OrderUnknown', { orderId }));
});

describe('The answer yes', () => {
  const record: CommandData<typeof commands.RecordCancellation> = { orderId, cancellationId, lines: null };

  it('cancels the order, for the reason that was given, and says what it had counted as', () =>
    order
      .given(...placed, cancellationRequested)
      .when(commands.RecordCancellation, record)
      .then({ type: 'OrderCancelled', data: { reason, placed: counted } }));

  it('does nothing the second time', () =>
    order
      .given(...placed, cancellationRequested, cancelled)
      .when(commands.RecordCancellation, record)
      .thenNothing());

  it('is refused where nobody asked', () => {
    order
      .given(...placed)
      .when(commands.RecordCancellation, record)
      .thenRefused('CancellationNotRequested', { status: 'PLACED' });
    order.given().when(commands.RecordCancellation, record).thenRefused('OrderUnknown', { orderId });
  });
});

describe('The answer no', () => {
  const reject: CommandData<typeof commands.RejectCancellation> = {
    orderId,
    cancellationId,
    code: 'ReturnInstead',
    message: 'Already packed.',
    returnInstead: null,
  };

  it('puts the order back to where it was', () => {
    const wasPlaced = order.given(...placed, cancellationRequested);
    wasPlaced.when(commands.RejectCancellation, reject).then(rejected);
    expect(order.given(...placed, cancellationRequested, rejected).state?.status).toBe('PLACED');
    expect(order.given(...placed, confirmed, cancellationRequested, rejected).state?.status).toBe('CONFIRMED');
  });

  it('keeps a confirmation that came meanwhile', () =>
    expect(order.given(...placed, cancellationRequested, confirmed, rejected).state?.status).toBe('CONFIRMED'));

  it('is kept by an order that was completed meanwhile, which stays so', () => {
    const meanwhile = [...placed, confirmed, cancellationRequested, completed];
    order
      .given(...meanwhile)
      .when(commands.RejectCancellation, reject)
      .then(rejected);
    expect(order.given(...meanwhile, rejected).state?.status).toBe('COMPLETED');
  });

  it('does nothing where nothing is asked (any more)', () => {
    order
      .given(...placed, cancellationRequested, rejected)
      .when(commands.RejectCancellation, reject)
      .thenNothing();
    order
      .given(...placed, cancellationRequested, cancelled)
      .when(commands.RejectCancellation, reject)
      .thenNothing();
    order
      .given(...placed)
      .when(commands.RejectCancellation, reject)
      .thenNothing();
  });

  it('is refused where there is no order', () =>
    order.given().when(commands.RejectCancellation, reject).thenRefused('OrderUnknown', { orderId }));
});
