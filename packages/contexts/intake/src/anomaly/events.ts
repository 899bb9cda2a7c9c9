import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { candidate } from '../purchases/events.ts';

/** What came otherwise than it should. */
export const ANOMALY_KINDS = [
  'CANCELLATION_BEFORE_ORDER',
  'CHANGE_BEFORE_ORDER',
  'SEQUENCE_GAP',
  'CONTENT_CONFLICT',
  'UNREADABLE',
  'OCCURRED_AHEAD',
  'UNMATCHED_CANCELLATION',
  'CHANGE_NOT_POSSIBLE',
  'SECOND_ORDER',
  'REFUSED',
] as const;
/** How it ended: the last four are what a person can decide. */
export const RESOLUTIONS = [
  'ORDER_ARRIVED',
  'GAP_FILLED',
  'REPAIRED',
  'MATCHED',
  'MATCHED_BY_HAND',
  'GO_ON_WITHOUT',
  'CREDIT_NOTE',
  'DISMISSED',
] as const;

export const anomalyFields = {
  kind: z.enum(ANOMALY_KINDS),
  channel: z.string(),
  /** What it is about: the message, and the order or the customer where they are known. */
  messageId: z.string().nullable(),
  intakeId: z.string().nullable(),
  orderId: z.string().nullable(),
  externalOrderId: z.string().nullable(),
  customerId: z.string().nullable(),
  /** One sentence for a person: what is wrong. */
  summary: z.string(),
  /** What it is worth, where that is known: minor units. */
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  candidates: z.array(candidate),
};

export const anomalyEvents = defineEvents({
  AnomalyRecorded: event(1, z.object(anomalyFields)),
  AnomalyAssigned: event(1, z.object({ owner: z.string() })),
  AnomalyResolved: event(
    1,
    z.object({
      resolution: z.enum(RESOLUTIONS),
      note: z.string(),
      /** The order that a person put it to. */
      chosenOrderId: z.string().nullable(),
      /** What it is about, for those who carry the decision out. */
      kind: z.enum(ANOMALY_KINDS),
      intakeId: z.string().nullable(),
      orderId: z.string().nullable(),
      customerId: z.string().nullable(),
    }),
  ),
});
export type AnomalyEvent = EventOf<typeof anomalyEvents>;
