import { z } from 'zod';

/** Of one packed piece, in whole millimetres. */
export const pieceSize = z.object({ lengthMm: z.number(), widthMm: z.number(), heightMm: z.number() });
export type PieceSize = z.output<typeof pieceSize>;

/** One line of an order, with everything about the product captured as it was when the line was added. */
export const orderLine = z.object({
  lineId: z.string(),
  /** GOODS are picked and shipped; a CHARGE (postage, a fee) is only invoiced. */
  kind: z.enum(['GOODS', 'CHARGE']),
  sku: z.string(),
  description: z.string(),
  /** Pieces, a whole number ≥ 1. */
  quantity: z.number(),
  /** Per piece, in major units as a decimal text: '2.55'; without tax or with it, as the order's prices are. */
  unitPrice: z.string(),
  taxCode: z.string(),
  /** Per cent as a decimal text: '20'. */
  taxRate: z.string(),
  /** Per piece, as the size is; null where the catalogue does not know it. */
  weightGrams: z.number().nullable(),
  size: pieceSize.nullable(),
  /** Minor units, rounded half-up; as the unit price is. */
  amount: z.number(),
});
export type OrderLine = z.output<typeof orderLine>;
/** As lines were before sizes were captured. */
export const sizelessLine = orderLine.omit({ size: true });

/** A line as agreed: `discount` (minor units) is what was taken off `amount` already. */
export interface PricedLine extends OrderLine {
  readonly discount: number;
}

export const billingLine = orderLine.omit({ weightGrams: true, size: true });
export const discountedLine = billingLine.extend({
  /** Minor units, already taken off `amount`. */
  discount: z.number(),
});
export const shippingLine = orderLine.pick({
  lineId: true,
  sku: true,
  description: true,
  quantity: true,
  weightGrams: true,
  size: true,
});
export const sizelessShippingLine = shippingLine.omit({ size: true });
/** What sizes were not captured of has none. */
export const sizeless = <Line>(line: Line): Line & { readonly size: null } => ({ ...line, size: null });
/** So many pieces of a line. */
export const lineQuantity = z.object({ lineId: z.string(), quantity: z.number() });
export type BillingLine = z.output<typeof billingLine>;
export type DiscountedLine = z.output<typeof discountedLine>;
export type ShippingLine = z.output<typeof shippingLine>;
export type LineQuantity = Readonly<z.output<typeof lineQuantity>>;

/** A line that is named twice is one line. */
export const merged = (lines: readonly LineQuantity[]): readonly LineQuantity[] => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of lines) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
};
