import { z } from 'zod';

/** One line of a document from outside, as it came. */
export const documentLine = z.object({
  code: z.string(),
  description: z.string(),
  quantity: z.number(),
  /** Major units as a decimal text; may be negative, which is why it waits. */
  unitPrice: z.string(),
});
