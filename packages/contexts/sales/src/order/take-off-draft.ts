import { lineAmount } from '@waybill/kernel';
import type { OrderEvent } from './events.ts';
import type { LineQuantity } from './line.ts';
import type { ExistingOrder } from './order.ts';

/** Of a draft nothing was agreed yet: pieces are taken off its lines, and a draft without lines is cancelled. */
export const takeOffDraft = (
  { lines, currency }: Pick<ExistingOrder, 'lines' | 'currency'>,
  wanted: readonly LineQuantity[],
  reason: string,
): OrderEvent[] => {
  const gone = new Map(wanted.map(({ lineId, quantity }) => [lineId, quantity]));
  if (lines.every(({ lineId, quantity }) => gone.get(lineId) === quantity))
    return [{ type: 'OrderCancelled', data: { reason } }];
  return lines
    .filter(({ lineId }) => gone.has(lineId))
    .map(({ lineId, quantity, unitPrice }): OrderEvent => {
      const left = quantity - (gone.get(lineId) ?? 0);
      if (left === 0) return { type: 'ItemRemovedFromOrder', data: { lineId } };
      const amount = lineAmount(left, unitPrice, currency);
      return { type: 'ItemQuantityChanged', data: { lineId, quantity: left, amount } };
    });
};
