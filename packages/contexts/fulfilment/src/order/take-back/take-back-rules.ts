import { send } from '@waybill/engine';
import { sales, shipping } from '../../neighbours.ts';
import type { Progress } from '../facts/progress.ts';
import type { Rule, Step } from '../rules/rule.ts';
import { momentOf } from './moment-of.ts';
import { linesOf, takeOf } from './pieces.ts';
import { planOf, returnIdOf } from './plan.ts';
import type { Parcel, Plan, TakeBack } from './take-back.ts';

const REASON = 'It came back: cancelled by the channel';

const withPlan = (progress: Progress, { id }: TakeBack, plan: Plan): Progress => ({
  ...progress,
  takeBacks: progress.takeBacks.map((one) => (one.id === id ? { ...one, plan } : one)),
});

/** Goods of long ago are here again; all others are asked back, and looked at when they come. */
const fetch = (progress: Progress, takeBack: TakeBack, { deliveryId, returnId, pieces }: Parcel) =>
  progress.placed?.historic
    ? send(
        shipping.ReceiveReturn,
        {
          ...{ deliveryId, returnId },
          lines: linesOf(pieces).map((line) => ({ ...line, disposition: 'RESTOCK' as const })),
        },
        momentOf(progress, takeBack),
      )
    : send(shipping.RequestReturn, { deliveryId, returnId, lines: linesOf(pieces), reason: REASON });

/** A cancellation that named no order: what has left the house comes back, what has not stays. */
export const takeBack: Rule = (before, orderId) => {
  let progress = before;
  return before.takeBacks.flatMap((one): readonly Step[] => {
    if (one.plan) return [];
    const plan = planOf(progress, one);
    if (!plan) return [];
    const { parcels, cancelled } = plan;
    progress = withPlan(progress, one, plan);
    return [
      {
        key: `take back ${one.id}`,
        commands: () => [
          ...parcels.map((parcel) => fetch(progress, one, parcel)),
          ...(cancelled
            ? [
                send(sales.CancelOrderLines, {
                  ...{ orderId, cancellationId: cancelled.cancellationId, reason: 'Cancelled by the channel' },
                  lines: linesOf(cancelled.pieces),
                }),
              ]
            : []),
        ],
        note: (after) => withPlan(after, one, plan),
      },
    ];
  });
};

/** What was asked of sales for it. */
export const askOf = ({ asks }: Progress, { plan }: TakeBack) =>
  asks.find(({ cancellationId }) => cancellationId !== undefined && cancellationId === plan?.cancelled?.cancellationId);

/** It left the house meanwhile: it is asked back instead. */
export const askBack: Rule = (progress) =>
  progress.takeBacks.flatMap((one): readonly Step[] => {
    const { plan } = one;
    const answer = askOf(progress, one)?.answer;
    if (!plan?.cancelled || answer?.kind !== 'DENIED') return [];
    let rest = plan.cancelled.pieces;
    const parcels = (answer.returnInstead ?? []).flatMap(({ deliveryId, lines }): readonly Parcel[] => {
      const split = takeOf(rest, Object.fromEntries(lines.map(({ lineId, quantity }) => [lineId, quantity])));
      rest = split.rest;
      // A return of what had left before has the other name.
      const returnId = returnIdOf({ id: `${one.id} late` }, deliveryId);
      return split.taken.length > 0 ? [{ deliveryId, returnId, pieces: split.taken }] : [];
    });
    return [
      {
        key: `ask back ${one.id}`,
        commands: () => parcels.map((parcel) => fetch(progress, one, parcel)),
        note: (after) => withPlan(after, one, { parcels: [...plan.parcels, ...parcels], cancelled: null }),
      },
    ];
  });
