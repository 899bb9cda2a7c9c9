import { z } from 'zod';

/** One line of an order, with everything about the product captured as it was when the line was added. */
export const orderLine = z.object({
  lineId: z.string(),
  /** GOODS are picked and shipped; a CHARGE (postage, a fee) is only invoiced. */
  kind: z.enum(['GOODS', 'CHARGE']),
  sku: z.string(),
  description: z.string(),
  /** Pieces, a whole number ≥ 1. */
  quantity: z.number(),
  /** Net, per piece, in major units as a decimal text: '2.55'. */
  unitPrice: z.string(),
  taxCode: z.string(),
  /** Per cent as a decimal text: '20'. */
  taxRate: z.string(),
  weightGrams: z.number().nullable(),
  /** Net, minor units, rounded half-up. */
  amount: z.number(),
});
export type OrderLine = z.output<typeof orderLine>;

export const billingLine = orderLine.omit({ weightGrams: true });
export const shippingLine = orderLine.pick({
  lineId: true,
  sku: true,
  description: true,
  quantity: true,
  weightGrams: true,
});
export type BillingLine = z.output<typeof billingLine>;
export type ShippingLine = z.output<typeof shippingLine>;
