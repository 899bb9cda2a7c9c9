import type { ShippingLine } from '@waybill/sales/contract';
import { type Count, withPieces } from '../pieces.ts';

/** Goods as events name them: so many pieces of these lines, or all of them. */
export const goodsOf = (lines: readonly ShippingLine[], count?: Count) =>
  (count ? withPieces(lines, count) : lines).map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));
