import { z } from 'zod';

/** A line as it was before there were discounts. It never changes. */
export const lineV1 = z.object({
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
  /** Minor units, rounded half-up; as the unit price is. */
  amount: z.number(),
});
/** A line of an order that is to be invoiced. `discount`: minor units that were taken off `amount` already. */
export const orderLine = lineV1.extend({ discount: z.number() });
/** A line of an issued document. `tax`: its share of the document's tax of its rate, for show. */
export const documentLine = orderLine.extend({ tax: z.number() });
/** A line of a credit note: pieces of an invoice's line, or an amount of a rate. All figures are positive. */
export const creditLine = documentLine.extend({
  /** Of the invoice; null for an amount. */
  lineId: z.string().nullable(),
  kind: z.enum(['GOODS', 'CHARGE', 'AMOUNT']),
});
export const taxTotal = z.object({ taxCode: z.string(), taxRate: z.string(), net: z.number(), tax: z.number() });
/** So many pieces of a line. */
export const pieces = z.object({ lineId: z.string(), quantity: z.number().int().positive() });

export type OrderLine = z.output<typeof orderLine>;
export type DocumentLine = z.output<typeof documentLine>;
export type CreditLine = z.output<typeof creditLine>;
export type Pieces = z.output<typeof pieces>;
export type LineV1 = z.output<typeof lineV1>;
