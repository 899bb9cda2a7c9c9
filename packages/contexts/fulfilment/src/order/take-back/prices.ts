import type { LineQuantity } from '@waybill/sales/contract';
import type { GoodsReturn, Progress } from '../facts/progress.ts';
import { isTakenAlong } from './along.ts';
import { momentOf } from './moment-of.ts';
import { pricedAs } from './pieces.ts';
import { chargesOf } from './plan.ts';

/** What is credited for goods that came back: at the price of the cancellation that they are of, with its charges and sums. */
export const creditFor = (progress: Progress, { returnId, lines }: GoodsReturn) => {
  for (const one of progress.takeBacks) {
    const at = one.plan?.parcels.findIndex((parcel) => parcel.returnId === returnId) ?? -1;
    const parcel = one.plan?.parcels[at];
    if (!parcel) continue;
    const along = at === 0 && isTakenAlong(progress, one);
    return {
      lines: [...pricedAs(parcel.pieces, lines), ...(along ? chargesOf(progress, one) : [])],
      ...(along && one.amounts.length > 0 ? { amounts: [...one.amounts] } : {}),
      occurredAt: momentOf(progress, one),
    };
  }
  return { lines: lines.map(({ lineId, quantity }): LineQuantity => ({ lineId, quantity })), occurredAt: undefined };
};

/** The prices of pieces that were cancelled before they left. */
export const pricesOf = (progress: Progress, cancellationId: string, lines: readonly LineQuantity[]) => {
  const { cancelled = null } =
    progress.takeBacks.find(({ plan }) => plan?.cancelled?.cancellationId === cancellationId)?.plan ?? {};
  return cancelled ? pricedAs(cancelled.pieces, lines) : [...lines];
};
