import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';
import { ACCOUNT_KINDS } from './account-id.ts';

/** One side of a transfer. `amount`: minor units, above 0; `text`: what it is for, as the statement prints it. */
export const entry = z.object({
  transferId: z.string(),
  amount: z.number(),
  currency: z.string(),
  otherAccountId: z.string(),
  text: z.string(),
});

/** Why an account took no part in a transfer. */
export const NO_PART = ['INSUFFICIENT_FUNDS', 'ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN'] as const;

export const accountEvents = defineEvents({
  /** `name`: of an account that somebody opened by hand; null for all others. */
  AccountOpened: event(
    1,
    z.object({
      kind: z.enum(ACCOUNT_KINDS),
      currency: z.string(),
      customerId: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  /** `reversal`: it is the account's own money that comes back, because the other account could not take it. */
  AccountCredited: event(1, entry.extend({ reversal: z.boolean() })),
  AccountDebited: event(1, entry),
  /** The balance (minor units) did not cover it; a closed account and one that was never opened hold nothing. */
  AccountDebitFailedDueToInsufficientFunds: event(1, entry.extend({ balance: z.number(), reason: z.enum(NO_PART) })),
  AccountCreditRejected: event(1, entry.extend({ reason: z.enum(NO_PART) })),
  AccountClosed: event(1, z.object({})),
  /** A document's posting came after it was closed: documents are facts. */
  AccountReopened: event(1, z.object({ transferId: z.string() })),
});
export type AccountEvent = EventOf<typeof accountEvents>;
export type NoPart = (typeof NO_PART)[number];
