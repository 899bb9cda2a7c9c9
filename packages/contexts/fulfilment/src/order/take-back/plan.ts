import { derivedId } from '@waybill/kernel';
import { add, type Count } from '../facts/count.ts';
import type { Progress } from '../facts/progress.ts';
import { isOver, wantedGoods } from '../facts/read.ts';
import { takeOf } from './pieces.ts';
import type { Parcel, Plan, PricedPieces, TakeBack } from './take-back.ts';

const less = (count: Count, lines: Parameters<typeof add>[1]): Count =>
  add(
    count,
    lines.map(({ lineId, quantity }) => ({ lineId, quantity: -quantity })),
  );

/** Pieces of a delivery that left, and are neither back nor on their way back. */
const roomIn = ({ deliveries, returning, returns, takeBacks }: Progress, deliveryId: string): Count => {
  const back = new Set(returns.map(({ returnId }) => returnId));
  const asked = Object.entries(returning).filter(
    ([returnId, of]) => of.deliveryId === deliveryId && !back.has(returnId),
  );
  const planned = takeBacks
    .flatMap(({ plan }) => plan?.parcels ?? [])
    .filter((parcel) => parcel.deliveryId === deliveryId && !parcel.refused)
    .filter(({ returnId }) => !back.has(returnId) && !returning[returnId]);
  const { lines, returned } = deliveries[deliveryId] ?? { lines: null, returned: {} };
  const gone = Object.entries(returned).map(([lineId, quantity]) => ({ lineId, quantity }));
  return [...asked.map(([, of]) => of.lines), ...planned.map(({ pieces }) => pieces), gone].reduce(
    less,
    add({}, lines ?? []),
  );
};

export const returnIdOf = ({ id }: Pick<TakeBack, 'id'>, deliveryId: string): string =>
  derivedId('return', id, deliveryId);

/** Pieces that have not left the house, nor are to be cancelled. */
const roomAtHome = (progress: Progress): Count => {
  const asked = new Set(progress.asks.map(({ cancellationId }) => cancellationId));
  const planned = progress.takeBacks.flatMap(({ plan }) => {
    const { cancelled = null } = plan ?? {};
    return cancelled && !cancelled.refused && !asked.has(cancelled.cancellationId) ? [cancelled.pieces] : [];
  });
  const left = Object.values(progress.deliveries).map(({ lines }) => lines ?? []);
  return [...planned, ...left].reduce(less, add({}, wantedGoods(progress)));
};

const isGoods = ({ placed }: Progress, lineId: string): boolean =>
  placed?.goods?.some((line) => line.lineId === lineId) ?? true;

/** Pieces that bring nothing back, and are not cancelled: charges. */
export const chargesOf = (progress: Progress, { pieces, plan }: TakeBack) => {
  const { cancelled = null } = plan ?? {};
  const isCancelled = ({ lineId }: PricedPieces) =>
    cancelled !== null && !cancelled.refused && cancelled.pieces.some((line) => line.lineId === lineId);
  return pieces.filter((line) => !isGoods(progress, line.lineId) && !isCancelled(line));
};

/** Nothing else is under way that may take the same pieces. */
const isAtRest = ({ asks, cancelled, expired }: Progress): boolean =>
  cancelled ||
  expired ||
  asks.every(({ answer, recorded }) => answer?.kind === 'DENIED' || (answer !== undefined && recorded === true));

const parcelsFrom = (progress: Progress, takeBack: TakeBack, isThere: (deliveryId: string) => boolean) => {
  let rest = takeBack.pieces.filter(({ lineId }) => isGoods(progress, lineId));
  const parcels: Parcel[] = [];
  for (const deliveryId of Object.keys(progress.deliveries).filter(isThere)) {
    const split = takeOf(rest, roomIn(progress, deliveryId));
    rest = [...split.rest];
    if (split.taken.length > 0)
      parcels.push({ returnId: returnIdOf(takeBack, deliveryId), deliveryId, pieces: split.taken });
  }
  return { parcels, rest };
};

/**
 * How it comes back: what has left the house, by returns; what has not, is cancelled. Null while that cannot be known. What
 * is neither here nor there, is back already, or on its way back. Of an order of long ago the goods were here and came
 * back: that is told once they have arrived.
 */
export const planOf = (progress: Progress, takeBack: TakeBack): Plan | null => {
  const { placed, deliveries } = progress;
  if (!placed || !isAtRest(progress)) return null;
  if (isOver(progress)) return { parcels: [], cancelled: null };
  if (placed.historic) {
    const { parcels, rest } = parcelsFrom(progress, takeBack, (id) => deliveries[id]?.confirmed === true);
    const isAwaited = takeOf(rest, awaited(progress)).taken.length > 0;
    return isAwaited ? null : { parcels, cancelled: null };
  }
  const { parcels, rest } = parcelsFrom(progress, takeBack, () => true);
  const { taken } = takeOf(rest, roomAtHome(progress));
  // What is not invoiced yet need not be credited.
  const charges = taken.length > 0 && Object.keys(progress.invoices).length === 0 ? chargesOf(progress, takeBack) : [];
  const pieces = [...taken, ...charges];
  const cancellationId = derivedId('cancellation', takeBack.id);
  return { parcels, cancelled: pieces.length > 0 ? { cancellationId, pieces } : null };
};

/** Pieces that have not arrived yet. */
const awaited = (progress: Progress): Count =>
  Object.values(progress.deliveries).reduce(
    (count, { lines, confirmed }) => (confirmed ? less(count, lines ?? []) : count),
    add({}, wantedGoods(progress)),
  );
