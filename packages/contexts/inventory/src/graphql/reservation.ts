import {
  AvailableActionRef,
  actionsThen,
  batched,
  builder,
  type GraphContext,
  groupBy,
  oneOf,
  reads,
  readsFrom,
  sharedEnum,
} from '@waybill/graphql';
import { RESERVATION_STATUSES, reservations } from '../read-models/reservations.ts';
import { reservationActions } from './reservation-actions.ts';

export const ReservationStatus = sharedEnum('ReservationStatus', RESERVATION_STATUSES);
const reservationStatus = oneOf('ReservationStatus', RESERVATION_STATUSES);

export const Reservation = builder.prismaObject('Reservation', {
  description: 'A promise of pieces to an order line. Quantities are pieces.',
  fields: (t) => ({
    id: t.exposeID('reservationId'),
    orderId: t.exposeID('orderId'),
    lineId: t.exposeID('lineId'),
    stockId: t.exposeID('stockId'),
    sku: t.exposeString('sku'),
    warehouse: t.exposeString('warehouse'),
    status: t.field({ type: ReservationStatus, resolve: ({ status }) => reservationStatus(status) }),
    quantity: t.int({ description: 'What was asked for at first.', resolve: ({ quantity }) => Number(quantity) }),
    remaining: t.int({ description: 'Still promised, or waited for.', resolve: ({ remaining }) => Number(remaining) }),
    shipped: t.int({ resolve: ({ shipped }) => Number(shipped) }),
    firm: t.exposeBoolean('firm', { description: 'It does not lapse.' }),
    counted: t.exposeBoolean('counted', {
      description: 'Pieces on hand stand behind it; not so while it waits, and for what was never counted.',
    }),
    available: t.int({
      nullable: true,
      description: 'What was left when it was rejected, or had to wait.',
      resolve: ({ available }) => (available === null ? null : Number(available)),
    }),
    reservedAt: t.expose('reservedAt', { type: 'DateTime' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row) =>
        actionsThen(row, [...reservationActions({ status: reservationStatus(row.status), firm: row.firm })]),
    }),
  }),
});

const reservationsOfOrder = batched(async (context: GraphContext, orderIds: readonly string[]) => {
  const rows = await reads(context).reservation.findMany({
    where: { orderId: { in: [...orderIds] } },
    orderBy: [{ sku: 'asc' }, { lineId: 'asc' }],
  });
  return groupBy(rows, ({ orderId }) => orderId);
});

builder.prismaObjectField('OrderBoard', 'reservations', (t) =>
  t.field({
    ...readsFrom(reservations.name),
    type: [Reservation],
    description: 'What is promised to its lines, as it is now.',
    resolve: async (order, _args, context) => (await reservationsOfOrder(context, order.id)) ?? [],
  }),
);
