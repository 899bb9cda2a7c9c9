import { z } from 'zod';

/** A postal address. Only the country is always known: real shops' records hold no more for some customers. */
export const address = z.object({
  line1: z.string().optional(),
  line2: z.string().optional(),
  city: z.string().optional(),
  postcode: z.string().optional(),
  /** The name of the country as the business writes it, e.g. 'United Kingdom'. */
  country: z.string().min(1),
});
export type Address = z.output<typeof address>;
