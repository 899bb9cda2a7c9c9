import { z } from 'zod';

/** An order that is too much for its customer's credit, as it was found. Minor units of the order's currency. */
export const overCredit = z.object({
  limit: z.number(),
  /** By other orders. */
  used: z.number(),
  /** What this order would add. */
  amount: z.number(),
});
export type OverCredit = z.output<typeof overCredit>;
