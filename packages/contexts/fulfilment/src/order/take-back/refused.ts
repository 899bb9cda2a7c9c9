import type { CommandRefused, Recorded } from '@waybill/engine';
import type { Progress } from '../facts/progress.ts';
import type { Parcel, TakeBack } from './take-back.ts';

type Refusal = Recorded<CommandRefused>;

const isMeant = ({ returns, takeBacks }: Progress, { id: deliveryId, data: { details } }: Refusal) => {
  const back = new Set(returns.map(({ returnId }) => returnId));
  const lineId = 'lineId' in details ? details.lineId : null;
  const parcels = takeBacks
    .flatMap(({ plan }) => plan?.parcels ?? [])
    .filter((parcel) => parcel.deliveryId === deliveryId && !parcel.refused && !back.has(parcel.returnId))
    .filter(({ pieces }) => lineId === null || pieces.some((line) => line.lineId === lineId));
  return parcels.at(-1);
};

const withoutParcel = (takeBack: TakeBack, { returnId }: Parcel): TakeBack => {
  const { plan } = takeBack;
  if (!plan) return takeBack;
  const parcels = plan.parcels.map((one) => (one.returnId === returnId ? { ...one, refused: true } : one));
  return { ...takeBack, plan: { ...plan, parcels } };
};

/**
 * Shipping or sales said no to what was to come back: it is on its way back otherwise, and credited with that. Null where the
 * refusal is of something else.
 */
export const learnRefused = (progress: Progress, refusal: Refusal): Progress | null => {
  switch (refusal.data.command) {
    case 'ReceiveReturn':
    case 'RequestReturn': {
      const parcel = isMeant(progress, refusal);
      return parcel ? { ...progress, takeBacks: progress.takeBacks.map((one) => withoutParcel(one, parcel)) } : null;
    }
    case 'CancelOrderLines': {
      const asked = new Set(progress.asks.map(({ cancellationId }) => cancellationId));
      const meant = progress.takeBacks.findLast(
        ({ plan }) => plan?.cancelled && !plan.cancelled.refused && !asked.has(plan.cancelled.cancellationId),
      );
      if (!meant?.plan?.cancelled) return null;
      const plan = { ...meant.plan, cancelled: { ...meant.plan.cancelled, refused: true } };
      return { ...progress, takeBacks: progress.takeBacks.map((one) => (one === meant ? { ...one, plan } : one)) };
    }
    default:
      return null;
  }
};
