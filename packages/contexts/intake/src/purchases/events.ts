import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { returnedLine } from '../message/content.ts';

const boughtLine = z.object({
  lineId: z.string(),
  kind: z.enum(['GOODS', 'CHARGE']),
  sku: z.string(),
  quantity: z.number(),
  unitPrice: z.string(),
});
const cancellation = {
  intakeId: z.string(),
  messageId: z.string(),
  currency: z.string(),
  happenedAt: z.string(),
};

/** A piece of a cancellation, and where it was bought. */
const match = z.object({
  orderId: z.string(),
  externalOrderId: z.string(),
  /** The order's line; null for a sum of money that is credited as such. */
  lineId: z.string().nullable(),
  kind: z.enum(['GOODS', 'CHARGE']),
  sku: z.string(),
  description: z.string().nullable(),
  quantity: z.number(),
  /** Major units: what the cancellation says, which need not be the order's. */
  unitPrice: z.string(),
  /** Minor units, rounded half-up. */
  amount: z.number(),
});
export type Match = z.output<typeof match>;

export const candidate = z.object({
  orderId: z.string(),
  externalOrderId: z.string(),
  happenedAt: z.string(),
  /** Why a person may think of it, and why it was not taken. */
  reason: z.string(),
});
export type Candidate = z.output<typeof candidate>;

export const purchasesEvents = defineEvents({
  PurchaseRecorded: event(
    1,
    z.object({
      orderId: z.string(),
      externalOrderId: z.string(),
      currency: z.string(),
      happenedAt: z.string(),
      lines: z.array(boughtLine),
    }),
  ),
  /** Where it was bought is known. `byHand`: a person said so. */
  CancellationMatched: event(1, z.object({ ...cancellation, matches: z.array(match), byHand: z.boolean() })),
  /** For this much of it there is no order (yet). */
  CancellationUnmatched: event(
    1,
    z.object({ ...cancellation, lines: z.array(returnedLine), candidates: z.array(candidate) }),
  ),
  CancellationSetAside: event(1, z.object({ intakeId: z.string() })),
});
export type PurchasesEvent = EventOf<typeof purchasesEvents>;
