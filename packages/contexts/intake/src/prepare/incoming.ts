import { address, priceBasis } from '@waybill/sales/contract';
import { z } from 'zod';
import { decimalPrice } from '../message/content.ts';

/** What a channel writes, before it is put into the words of this house. Missing and null are the same. */
const line = z.object({
  lineId: z.string().trim().min(1).max(200).nullish(),
  kind: z.enum(['GOODS', 'CHARGE']).nullish(),
  sku: z.string().trim().min(1).max(200),
  description: z.string().nullish(),
  quantity: z.number().int().min(1),
  unitPrice: decimalPrice.nullish(),
  taxCode: z.string().nullish(),
  taxRate: z.string().nullish(),
  weightGrams: z.number().nullish(),
});
export type IncomingLine = z.output<typeof line>;

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as GBP')
  .nullish();
const kind = z.enum(['BUSINESS', 'COUNTER_SALE']).nullish();

export const incomingOrder = z.object({
  currency,
  prices: priceBasis.nullish(),
  customer: z.object({
    number: z.string().trim().min(1).max(200),
    kind,
    name: z.string().trim().min(1).max(200),
    email: z.string().nullish(),
    address,
  }),
  deliveryAddress: address.nullish(),
  lines: z.array(line).min(1),
});

export const incomingCancellation = z.object({
  reason: z.string().nullish(),
  currency,
  customer: z.object({ number: z.string().trim().min(1).max(200), kind, country: z.string().nullish() }).nullish(),
  lines: z
    .array(line.extend({ unitPrice: decimalPrice }))
    .min(1)
    .nullish(),
});

/** What stands on the envelope. */
export const incomingHead = z.object({
  externalOrderId: z.string().trim().min(1).max(200).nullish(),
  sequence: z.number().int().min(1).nullish(),
  happenedAt: z.iso.datetime({ offset: true, error: 'must be an instant such as 2026-01-05T09:00:00Z' }),
  kind: z.enum(['ORDER', 'CHANGE', 'CANCELLATION']),
});
