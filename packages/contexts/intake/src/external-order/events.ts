import { defineEvents, type EventOf, event, personal } from '@waybill/engine';
import { address, netPrices } from '@waybill/sales/contract';
import { z } from 'zod';
import { contentFields, contentFieldsV1, party } from '../message/content.ts';

const ref = z.object({
  intakeId: z.string(),
  messageId: z.string(),
  kind: z.enum(['ORDER', 'CHANGE', 'CANCELLATION']),
  sequence: z.number().nullable(),
  happenedAt: z.string(),
});
const about = { channel: z.string(), externalOrderId: z.string() };
const contact = { subject: 'customerId', purpose: 'contact' } as const;
const personalParts = { customer: personal(party), deliveryAddress: personal(address) };
/** The messages that this came of: those that had been parked are parked no more. */
const messages = z.array(ref);

const { prices } = contentFields;
const takenV1 = z.object({ ...about, messages, ...contentFieldsV1, ...personalParts });
const taken = takenV1.extend({ prices });
const takenAsCancelledV1 = takenV1.extend({ reason: z.string() });
const takenAsCancelled = takenAsCancelledV1.extend({ prices });
const changedV1 = takenV1.extend({
  cancelled: z.array(z.object({ lineId: z.string(), quantity: z.number() })),
  addressChanged: z.boolean(),
});
const changed = changedV1.extend({ prices });
const parkedV1 = z.object({
  ...about,
  message: ref,
  /** ORDER_MISSING: its order has not come. GAP: a number before its own is missing. The others wait for a person. */
  why: z.enum(['ORDER_MISSING', 'GAP', 'CHANGE_NOT_POSSIBLE', 'SECOND_ORDER']),
  detail: z.string(),
  /** The customer's, for the key of what is personal; the message's own id where it names none. */
  customerId: z.string(),
  content: z.object(contentFieldsV1).nullable(),
  customer: personal(party),
  deliveryAddress: personal(address),
  reason: z.string(),
});
const parked = parkedV1.extend({ content: z.object(contentFields).nullable() });

export const externalOrderEvents = defineEvents({
  /** It cannot have its effect yet, or none by itself: it waits. */
  OrderMessageParked: event(1, parkedV1, contact).next(parked, (old) => ({
    ...old,
    content: old.content && netPrices(old.content),
  })),
  /** It changes nothing any more: it is older than what is known, says the same, or its order is cancelled. */
  OrderMessageNoted: event(
    1,
    z.object({ ...about, message: ref, why: z.enum(['SUPERSEDED', 'SAME_AGAIN', 'AFTER_CANCELLATION']) }),
  ),
  /** The order came: sales places it. */
  ExternalOrderTaken: event(1, takenV1, contact).next(taken, netPrices),
  /** The order came after its cancellation: sales records it as cancelled, and nothing else begins. */
  ExternalOrderTakenAsCancelled: event(1, takenAsCancelledV1, contact).next(takenAsCancelled, netPrices),
  /** A change of an order that was taken before: less of something, or another address. */
  ExternalOrderChanged: event(1, changedV1, contact).next(changed, netPrices),
  ExternalOrderCancelled: event(1, z.object({ ...about, messages, customerId: z.string(), reason: z.string() })),
  /** Fifteen minutes have passed, and these numbers are still missing: a person decides. */
  SequenceGapTimedOut: event(1, z.object({ ...about, missing: z.array(z.number()) })),
  /** A person decided to go on without them. */
  SequenceGapSkipped: event(1, z.object({ ...about, missing: z.array(z.number()) })),
});
export type ExternalOrderEvent = EventOf<typeof externalOrderEvents>;
