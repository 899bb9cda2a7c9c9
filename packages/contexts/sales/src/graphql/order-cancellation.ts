import { builder, sharedEnum } from '@waybill/graphql';
import type { LineQuantity } from '../order/line.ts';
import type { CancellationRow } from '../read-models/order-row.ts';

const OrderLinePieces = builder.objectRef<LineQuantity>('OrderLinePieces').implement({
  description: 'So many pieces of a line.',
  fields: (t) => ({ lineId: t.exposeID('lineId'), quantity: t.exposeInt('quantity') }),
});

type Prepared = NonNullable<NonNullable<CancellationRow['rejected']>['returnInstead']>[number];
const PreparedReturn = builder.objectRef<Prepared>('PreparedReturn').implement({
  description: 'What could be sent back of a delivery, instead of being cancelled.',
  fields: (t) => ({
    deliveryId: t.exposeID('deliveryId'),
    lines: t.field({ type: [OrderLinePieces], resolve: ({ lines }) => [...lines] }),
  }),
});

const CancellationStatus = sharedEnum('CancellationStatus', ['REQUESTED', 'RECORDED', 'REJECTED']);

/** What a row of before knew: the last wish alone, without an id. */
export type Cancellation = Pick<CancellationRow, 'reason' | 'requestedAt'> &
  Partial<Omit<CancellationRow, 'rejected'>> & {
    readonly rejected:
      | (Omit<NonNullable<CancellationRow['rejected']>, 'returnInstead'> & {
          readonly returnInstead?: readonly Prepared[] | null;
        })
      | null;
  };

const orAll = (lines: readonly LineQuantity[] | null | undefined) => lines && [...lines];

export const OrderCancellation = builder.objectRef<Cancellation>('OrderCancellation').implement({
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description: 'Null where it was recorded before cancellations had ids.',
      resolve: ({ id }) => id ?? null,
    }),
    reason: t.exposeString('reason'),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    answeredAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ answeredAt }) => answeredAt ?? null }),
    status: t.field({
      type: CancellationStatus,
      nullable: true,
      description: 'REQUESTED while it waits for its answer.',
      resolve: ({ status }) => status ?? null,
    }),
    lines: t.field({
      type: [OrderLinePieces],
      nullable: true,
      description: 'The pieces that are not wanted; null: everything.',
      resolve: ({ lines }) => orAll(lines) ?? null,
    }),
    cancelled: t.field({
      type: [OrderLinePieces],
      nullable: true,
      description: 'The pieces that were cancelled, where it was not the whole order.',
      resolve: ({ cancelled }) => orAll(cancelled) ?? null,
    }),
    rejected: t.string({
      nullable: true,
      description: 'Why it could not be cancelled any more, and what to do instead.',
      resolve: ({ rejected }) => rejected?.message ?? null,
    }),
    returnInstead: t.field({
      type: [PreparedReturn],
      nullable: true,
      description: 'The return that is prepared instead; null where nothing left the house.',
      resolve: ({ rejected }) => (rejected?.returnInstead ? [...rejected.returnInstead] : null),
    }),
  }),
});
