import { address, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';

/** Per piece, in major units: '2.55'; without tax or with it, as the order's prices are. */
export const decimalPrice = z.string().regex(/^\d{1,7}(\.\d{1,6})?$/, 'must be a decimal text such as 2.55');

/** A line of an order as its channel names it. What the channel leaves out (null) is what the catalogue says. */
export const contentLine = z.object({
  /** The line's own name within its order: what a change and a cancellation refer to. */
  lineId: z.string().min(1).max(200),
  kind: z.enum(['GOODS', 'CHARGE']),
  sku: z.string().min(1).max(200),
  description: z.string().nullable(),
  quantity: z.number().int().min(1),
  unitPrice: decimalPrice.nullable(),
  taxCode: z.string().nullable(),
  taxRate: z.string().nullable(),
  weightGrams: z.number().nullable(),
});
export type ContentLine = z.output<typeof contentLine>;

/** A line that came back: at the price that is credited, which need not be the order's. */
export const returnedLine = contentLine
  .pick({ lineId: true, kind: true, sku: true, description: true, quantity: true })
  .extend({ unitPrice: decimalPrice });
export type ReturnedLine = z.output<typeof returnedLine>;

/** Who ordered, as the channel knows them. */
export const party = z.object({
  name: z.string().max(200),
  email: z.string().nullable(),
  address,
});

/** The same before prices could be gross. It never changes. */
export const contentFieldsV1 = {
  customerId: z.string(),
  /** The channel's number of the customer. */
  customerNumber: z.string().max(200),
  /** Of a counter sale nobody is known: it is left out of matching. */
  customerKind: z.enum(['BUSINESS', 'COUNTER_SALE']),
  country: z.string().min(1),
  currency: z.string(),
  lines: z.array(contentLine).min(1),
};
/** The content of an ORDER or a CHANGE: the whole order as it should be. `customer` is personal wherever it is kept. */
export const contentFields = {
  ...contentFieldsV1,
  /** Whether the prices of its lines are without tax, or with it. */
  prices: priceBasis,
};
