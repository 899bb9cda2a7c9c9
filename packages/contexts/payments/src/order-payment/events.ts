import { defineEvents, type EventOf, event, orUnknown, UNKNOWN } from '@waybill/engine';
import { z } from 'zod';

/** Minor units of one currency. */
const money = { amount: z.number(), currency: z.string() };
/** Why a part of a payment waits for a person. */
const waitsFor = z.enum(['TOO_MUCH', 'ORDER_CANCELLED', 'UNKNOWN_ORDER', 'OTHER_CURRENCY']);

const received = z.object({ ...money });
/** By which payment it was complete; null where nothing was due. */
const completed = received.extend({ completedBy: orUnknown(z.string().nullable()) });

/** What a refund is taken from: of that payment, what waited for that reason, or (null) what was put to the order. */
const taken = z.array(z.object({ paymentId: z.string(), reason: waitsFor.nullable(), amount: z.number() }));

const bounced = z.object({
  paymentId: z.string(),
  reason: z.string(),
  waiting: z.array(z.object({ reason: waitsFor, amount: z.number() })),
  ...money,
});
/** `held`: what was put to the order, and is missing there now. */
const missed = bounced.extend({ held: z.number() });

/** Money that moves out of a stream, whichever holds it: an order's, or that of a payment which named no known order. */
const leaving = defineEvents({
  /** This much of a payment waits for a person: to match, keep as credit, or refund. */
  PaymentUnallocated: event(
    1,
    z.object({
      paymentId: z.string(),
      channel: z.string(),
      reference: z.string(),
      reason: waitsFor,
      /** What the payer wrote, where it named no order we know. */
      orderReference: z.string().nullable(),
      ...money,
    }),
  ),
  /** What waited for `reason` in this stream is now that order's, whose stream records `MatchedPaymentAdded`. */
  PaymentMatched: event(1, z.object({ paymentId: z.string(), orderId: z.string(), reason: waitsFor, ...money })),
  /** What waited for `reason` in this stream stays on the customer's account. */
  PaymentKeptAsCredit: event(
    1,
    z.object({ paymentId: z.string(), customerId: z.string(), reason: waitsFor, ...money }),
  ),
  /**
   * Money is to go back. `paymentId`: of which payment, where a person sends back what waits; null for a refund of the order.
   * It ends in RefundCompleted or RefundFailed.
   */
  RefundRequested: event(
    1,
    z.object({
      refundId: z.string(),
      reason: z.string(),
      orderNumber: z.string().nullable(),
      paymentId: z.string().nullable(),
      taken,
      ...money,
    }),
  ),
  RefundCompleted: event(1, z.object({ refundId: z.string(), ...money })),
  /** It did not go out: what it was taken from is as before. */
  RefundFailed: event(1, z.object({ refundId: z.string(), reason: z.string(), taken, ...money })),
  /** A payment bounced. `amount`: what of it this stream had; `waiting`: what of that was waiting for a person. */
  PaymentFailed: event(1, bounced).next(missed, (old) => ({
    ...old,
    held: old.waiting.reduce((rest, { amount }) => rest - amount, old.amount),
  })),
});

export const orderPaymentEvents = {
  ...defineEvents({
    PaymentRequested: event(1, z.object({ orderNumber: z.string(), ...money })),
    /** `amount`: the new total. */
    PaymentRequestAmended: event(1, z.object({ amendmentId: z.string(), reason: z.string(), ...money })),
    PaymentRequestCancelled: event(1, z.object({ reason: z.string() })),
    /** Money that arrived, whatever became of it. `paymentId` is derived from channel and reference. */
    IncomingPaymentRecorded: event(
      1,
      z.object({ paymentId: z.string(), channel: z.string(), reference: z.string(), method: z.string(), ...money }),
    ),
    /** Money that waited elsewhere was matched to this order. It arrived long ago, and was counted then. */
    MatchedPaymentAdded: event(
      1,
      z.object({ paymentId: z.string(), channel: z.string(), reference: z.string(), method: z.string(), ...money }),
    ),
    /** What was asked for is here in full. */
    PaymentReceived: event(1, received).next(completed, (old) => ({ ...old, completedBy: UNKNOWN })),
    /** What an invoice (above 0) or a credit note (below 0) of the order came to. */
    BillingRecorded: event(1, z.object({ documentId: z.string(), ...money })),
    OverpaymentDetected: event(1, z.object({ paymentId: z.string(), ...money })),
    /** A process asked for a refund where there is nothing (left) to give back: the answer to that refund. */
    RefundNotNeeded: event(1, z.object({ refundId: z.string(), reason: z.string() })),
  }),
  ...leaving,
};
export type OrderPaymentEvent = EventOf<typeof orderPaymentEvents>;

/** What any stream that holds money can record. */
export const holdingEvents = leaving;
export type HoldingEvent = EventOf<typeof leaving>;
export type UnallocatedReason = z.output<typeof waitsFor>;
export type Taken = z.output<typeof taken>[number];
