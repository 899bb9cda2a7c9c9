import type { Address } from '@waybill/sales/contract';
import type { ContentLine } from '../message/content.ts';
import type { OrderContent } from './message.ts';

export interface Changes {
  /** What of the order's lines is no longer wanted. */
  readonly cancelled: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly addressChanged: boolean;
  /** What an order that was taken cannot become, in words for a person. */
  readonly impossible: readonly string[];
}

const ADDRESS = ['line1', 'line2', 'city', 'postcode', 'country'] as const;
const differs = (one: Address | null, other: Address | null): boolean =>
  ADDRESS.some((field) => (one?.[field] ?? '') !== (other?.[field] ?? ''));

const isSameProduct = (one: ContentLine, other: ContentLine): boolean =>
  one.sku === other.sku && one.kind === other.kind && one.unitPrice === other.unitPrice;

const lineChange = (line: ContentLine, wanted: ContentLine | undefined) => {
  if (!wanted) return { cancelled: line.quantity };
  if (!isSameProduct(line, wanted)) return { impossible: `line ${line.lineId} would be another product or price` };
  if (wanted.quantity > line.quantity)
    return { impossible: `line ${line.lineId} would grow from ${line.quantity} to ${wanted.quantity}` };
  return { cancelled: line.quantity - wanted.quantity };
};

/** What leads from an order that was taken to what it should be: less and elsewhere is possible, more is a new order. */
export const changesBetween = (now: OrderContent, wanted: OrderContent): Changes => {
  const named = new Map(wanted.lines.map((line) => [line.lineId, line]));
  const known = new Set(now.lines.map(({ lineId }) => lineId));
  const lines = now.lines.map((line) => ({ lineId: line.lineId, ...lineChange(line, named.get(line.lineId)) }));
  return {
    cancelled: lines.flatMap(({ lineId, cancelled = 0 }) => (cancelled > 0 ? [{ lineId, quantity: cancelled }] : [])),
    addressChanged: differs(now.deliveryAddress, wanted.deliveryAddress),
    impossible: [
      ...lines.flatMap(({ impossible }) => impossible ?? []),
      ...wanted.lines.filter(({ lineId }) => !known.has(lineId)).map(({ lineId }) => `line ${lineId} would be new`),
      ...(now.currency === wanted.currency ? [] : ['the currency would be another']),
      ...(now.prices === wanted.prices ? [] : ['prices would be with tax or without, unlike before']),
      ...(now.customerId === wanted.customerId ? [] : ['the customer would be another']),
    ],
  };
};
