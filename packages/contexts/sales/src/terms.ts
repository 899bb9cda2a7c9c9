import { z } from 'zod';

/** When an order is paid: before anything is shipped, or so many days after the invoice. */
export const paymentTerms = z.enum(['PREPAID', 'NET_14', 'NET_30']);
export type PaymentTerms = z.output<typeof paymentTerms>;

/** What becomes of an order whose goods are not all there: it waits for them, or it is cancelled. */
export const shortagePolicy = z.enum(['BACKORDER', 'CANCEL']);
export type ShortagePolicy = z.output<typeof shortagePolicy>;

/** Whether the prices of an order are without tax, or with it. */
export const priceBasis = z.enum(['NET', 'GROSS']);
/** What was recorded before prices could be gross. */
export const netPrices = <D extends object>(old: D) => ({ ...old, prices: 'NET' as const });
