import type { Refusal } from '@waybill/kernel';
import { z } from 'zod';
import { address } from '../address.ts';
import { pieceSize } from '../order/line.ts';
import { paymentTerms, priceBasis, shortagePolicy } from '../terms.ts';

/** An id that a client may choose: any spelling of a UUID names one thing. */
const id = z.uuid('a UUID').toLowerCase();
/** A decimal text, or an amount with its currency. */
const price = z.union([z.string(), z.object({ amount: z.string(), currency: z.string() })]);
const given = { currency: z.string().nullish(), taxCode: z.string().nullish(), taxRate: z.string().nullish() };

/** `{sku, quantity}`, or more of the line where the client knows it (an import knows all). */
export const itemInput = z.object({
  lineId: z.string().min(1).nullish(),
  sku: z.string().trim().min(1),
  quantity: z.number(),
  description: z.string().nullish(),
  unitPrice: price.nullish(),
  weightGrams: z.number().nullish(),
  size: pieceSize.nullish(),
  ...given,
});
export const chargeInput = z.object({
  lineId: z.string().min(1).nullish(),
  code: z.string().trim().min(1),
  quantity: z.number().nullish(),
  description: z.string().nullish(),
  unitPrice: price,
  ...given,
});
/** Minor units of the order's currency, or an amount with its own. */
const money = z.union([z.number(), z.object({ amount: z.number(), currency: z.string() })]);
export const discountInput = z.object({
  discountId: z.string().min(1).nullish(),
  description: z.string().trim().min(1).nullish(),
  percent: z.string().nullish(),
  amount: money.nullish(),
  lineId: z.string().min(1).nullish(),
});
export type DiscountInput = z.output<typeof discountInput>;
export type ItemInput = z.output<typeof itemInput>;
export type ChargeInput = z.output<typeof chargeInput>;

const header = {
  number: z.string().min(1).nullish(),
  customerId: z.string().min(1),
  customerName: z.string().nullish(),
  currency: z.string().nullish(),
  prices: priceBasis.nullish(),
  deliveryAddress: address.nullish(),
  billingAddress: address.nullish(),
};
export const draftInput = z.object({ orderId: id.nullish(), ...header });
export const wholeInput = z.object({
  ...header,
  items: z.array(itemInput).nullish(),
  charges: z.array(chargeInput).nullish(),
  discounts: z.array(discountInput).nullish(),
  externalId: z.string().min(1).nullish(),
});
export type WholeInput = z.output<typeof wholeInput>;
export const placeInput = z.object({
  orderId: id.nullish(),
  channel: z.string().min(1).nullish(),
  terms: paymentTerms.nullish(),
  shortage: shortagePolicy.nullish(),
});
export const lateInput = z.object({
  orderId: id.nullish(),
  channel: z.string().min(1),
  terms: paymentTerms.nullish(),
  reason: z.string(),
  order: wholeInput,
});
export const applyDiscountInput = z.object({ orderId: z.string().min(1), ...discountInput.shape });
export const noteInput = z.object({
  orderId: z.string().min(1),
  noteId: z.string().min(1).nullish(),
  text: z.string().max(2_000),
});
export const addItemInput = z.object({ orderId: z.string().min(1), ...itemInput.shape });
export const addChargeInput = z.object({ orderId: z.string().min(1), ...chargeInput.shape });
export const addressInput = z.object({ orderId: z.string().min(1), address });

/** A value, or why there is none. */
export type Outcome<T> =
  | { readonly value: T; readonly refusal?: never }
  | { readonly refusal: Refusal; readonly value?: never };

/** Reads what a client sent; what cannot be read is refused with the path of its first fault. */
export const read = <S extends z.ZodType>(schema: S, input: unknown): Outcome<z.output<S>> => {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { refusal: invalidInput(issue?.path.join('.') ?? '', issue?.message ?? 'cannot be read') };
};

/** The engine's own refusal of what it cannot read, for what is read here before it. */
export const invalidInput = (path: string, reason: string): Refusal => ({
  code: 'InvalidInput',
  message: `${path || 'The input'} is not valid (${reason}): correct it and send the command again.`,
  details: { path, reason },
});
