import { defineEvents, type EventOf, event } from '@waybill/engine';
import { z } from 'zod';

/** All amounts are minor units of the line's currency. `reserved`: of all orders, after the event. */
const claim = { orderId: z.string(), amount: z.number(), reserved: z.number() };

export const creditLineEvents = defineEvents({
  CreditLimitApplied: event(1, z.object({ limit: z.number().nullable(), revision: z.number() })),
  /** `waited`: it had been refused before. `byHand`: a person let it pass the limit. */
  CreditReserved: event(
    1,
    z.object({ ...claim, limit: z.number().nullable(), waited: z.boolean(), byHand: z.boolean() }),
  ),
  /** By so much it would have passed the limit. It waits for room, behind those that were refused before. */
  CreditRefused: event(1, z.object({ ...claim, limit: z.number(), over: z.number() })),
  /** So much of the order is open now. `granted`: it counts as reserved, whether the line still remembers or not. */
  CreditRevised: event(
    1,
    z.object({
      ...{ orderId: z.string(), open: z.number(), granted: z.boolean() },
      ...{ reserved: z.number(), revision: z.number() },
    }),
  ),
});
export type CreditLineEvent = EventOf<typeof creditLineEvents>;
