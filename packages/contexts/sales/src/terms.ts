import { z } from 'zod';

/** When an order is paid: before anything is shipped, or so many days after the invoice. */
export const paymentTerms = z.enum(['PREPAID', 'NET_14', 'NET_30']);
export type PaymentTerms = z.output<typeof paymentTerms>;

/** What becomes of an order whose goods are not all there: it waits for them, or it is cancelled. */
export const shortagePolicy = z.enum(['BACKORDER', 'CANCEL']);
export type ShortagePolicy = z.output<typeof shortagePolicy>;
