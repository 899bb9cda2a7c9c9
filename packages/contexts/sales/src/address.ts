import { z } from 'zod';

/** A postal address as an order keeps it: a copy, not a reference. */
export const address = z.object({
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  postcode: z.string().optional(),
  country: z.string().min(1),
});
export type Address = z.output<typeof address>;
