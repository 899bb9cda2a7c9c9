import { commandMutation, commandPayload } from '@waybill/graphql';
import { deliveryCommands } from '../delivery/commands.ts';
import {
  DeliveryNotFailable,
  DeliveryNotRetryable,
  DeliveryNotReturnable,
  DeliveryUnknown,
  NothingToReturn,
  ReturnExceedsDelivery,
} from '../refusals.ts';
import { PiecesInput, ReceivedPiecesInput } from './inputs.ts';

commandMutation({
  command: deliveryCommands.FailDelivery,
  description: 'The carrier could not hand it over.',
  input: (t) => ({ deliveryId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotFailable],
});
commandMutation({
  command: deliveryCommands.RetryDelivery,
  description: 'The carrier tries again to hand over what it could not.',
  input: (t) => ({ deliveryId: t.id({ required: true }) }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotRetryable],
});
commandMutation({
  command: deliveryCommands.SendBackDelivery,
  description: 'What could not be handed over comes home, as a return of everything.',
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    returnId: t.id({ description: 'A UUID of yours; the server makes one if left out.' }),
    reason: t.string(),
  }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotRetryable],
});
commandMutation({
  command: deliveryCommands.RequestReturn,
  description: 'Goods that left shall come back, all of them or some.',
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    returnId: t.id({ description: 'A UUID of yours; the server makes one if left out.' }),
    lines: t.field({ type: [PiecesInput], description: 'Everything that can come back, if left out.' }),
    reason: t.string({ required: true }),
  }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotReturnable, NothingToReturn, ReturnExceedsDelivery],
});
commandMutation({
  command: deliveryCommands.ReceiveReturn,
  description: 'Goods came back, announced or not: what becomes of each is said per line.',
  input: (t) => ({
    deliveryId: t.id({ required: true }),
    returnId: t.id({ description: 'Of the return that was asked for; left out for goods that nobody announced.' }),
    lines: t.field({ type: [ReceivedPiecesInput], required: true }),
  }),
  payload: commandPayload('Delivery'),
  errors: [DeliveryUnknown, DeliveryNotReturnable, NothingToReturn, ReturnExceedsDelivery],
});
