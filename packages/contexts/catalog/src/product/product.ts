import { z } from 'zod';

/** Up to 100 metres. */
const millimetres = z.int().positive().max(100_000);

/** A product as it is saved. Codes are upper-cased: one spelling, one product. */
export const productInput = z.object({
  sku: z.string().trim().min(1).max(64).toUpperCase(),
  /** Lists are sorted by it; an index does not take texts of any length. */
  description: z.string().trim().min(1).max(500),
  /** Net, per piece, major units. */
  unitPrice: z.string().regex(/^\d{1,7}(\.\d{1,6})?$/, 'a decimal such as 2.55, at least 0 and under 10,000,000'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as GBP'),
  taxCode: z.string().trim().min(1).max(64),
  /** Per cent. */
  taxRate: z.string().regex(/^(100|\d{1,2}(\.\d{1,3})?)$/, 'per cent as a decimal such as 20 or 17.5'),
  weightGrams: z.int().nonnegative().max(1_000_000_000).nullable(),
  /** Of a packed piece. */
  size: z.object({ lengthMm: millimetres, widthMm: millimetres, heightMm: millimetres }).nullable().default(null),
});
export type ProductInput = z.input<typeof productInput>;
export type ProductFacts = z.output<typeof productInput>;

export interface Product extends ProductFacts {
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: { readonly kind: string; readonly id: string; readonly name: string };
}
