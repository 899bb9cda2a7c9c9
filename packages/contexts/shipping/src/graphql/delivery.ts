import { foldStream } from '@waybill/engine';
import {
  AddressRef,
  AvailableActionRef,
  actionOf,
  actionsThen,
  addressFrom,
  batched,
  builder,
  commandPayload,
  comparable,
  type GraphContext,
  groupBy,
  HistoryEvent,
  type Moment,
  nodeOf,
  oneOf,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowsThen,
  rowThen,
  sharedEnum,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import { Delivery as DeliveryAggregate } from '../delivery/aggregate.ts';
import { deliveryActions } from '../delivery/available-actions.ts';
import { type CarrierScan, DELIVERY_STATES } from '../delivery/delivery.ts';
import { type DeliveryRow, deliveries } from '../read-models/deliveries.ts';

export const DeliveryStatus = sharedEnum('DeliveryStatus', DELIVERY_STATES);
const deliveryStatus = oneOf('DeliveryStatus', DELIVERY_STATES);

const DeliveryLine = builder.objectRef<DeliveryRow['lines'][number]>('DeliveryLine').implement({
  fields: (t) => ({
    id: t.exposeID('lineId'),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    quantity: t.exposeInt('quantity'),
    weightGrams: t.exposeInt('weightGrams', { nullable: true, description: 'Per piece.' }),
  }),
});

const CarrierScanRef = builder.objectRef<CarrierScan>('CarrierScan').implement({
  fields: (t) => ({
    place: t.exposeString('place'),
    status: t.exposeString('status'),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
  }),
});

const lastScanOf = async (row: { readonly id: string }, context: GraphContext): Promise<CarrierScan | null> => {
  const stream = `delivery-${row.id}`;
  const story = (await pastOf(row)?.story([stream])) ?? (await context.engine.history(stream));
  return foldStream(DeliveryAggregate, story)?.lastScan ?? null;
};

export const Delivery = builder.prismaNode('Delivery', {
  id: { field: 'id' },
  fields: (t) => ({
    number: t.exposeString('number'),
    status: t.field({ type: DeliveryStatus, resolve: (row) => deliveryStatus(row.status) }),
    orderId: t.exposeID('orderId'),
    orderNumber: t.exposeString('orderNumber'),
    customerId: t.exposeID('customerId'),
    customerName: t.exposeString('customerName', { nullable: true }),
    deliveryAddress: t.field({ type: AddressRef, nullable: true, resolve: (row) => addressFrom(row.deliveryAddress) }),
    lines: t.field({
      type: [DeliveryLine],
      resolve: ({ lines }) => lines as unknown as DeliveryRow['lines'][number][],
    }),
    pieces: t.exposeInt('pieces'),
    weightGrams: t.exposeInt('weightGrams', { nullable: true }),
    carrier: t.exposeString('carrier', { nullable: true }),
    trackingNumber: t.exposeString('trackingNumber', { nullable: true }),
    scheduledAt: t.expose('scheduledAt', { type: 'DateTime' }),
    pickedAt: t.expose('pickedAt', { type: 'DateTime', nullable: true }),
    packedAt: t.expose('packedAt', { type: 'DateTime', nullable: true }),
    dispatchedAt: t.expose('dispatchedAt', { type: 'DateTime', nullable: true }),
    lastScan: t.field({
      type: CarrierScanRef,
      nullable: true,
      description: 'Where the carrier saw it last: by when it was seen, whatever arrived last.',
      resolve: (row, _args, context) => lastScanOf(row, context),
    }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`delivery-${row.id}`]),
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row) => actionsThen(row, deliveryActions({ status: deliveryStatus(row.status) }).map(actionOf)),
    }),
  }),
});

/** A delivery as it was at a moment; null where it was not scheduled yet. */
export const deliveryThen = async (id: string, moment: Moment, context: GraphContext) => {
  const stream = `delivery-${id}`;
  return rowThen(await pastAt(context, moment, stream), 'Delivery', deliveries, id, [stream]);
};

comparable<{ readonly id: string }>(Delivery, {
  type: 'Delivery',
  query: 'delivery',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: ({ id }) => [`delivery-${id}`],
});

nodeOf('delivery', 'Delivery', (id, context) => reads(context).delivery.findUnique({ where: { id } }));

const deliveriesOfOrder = batched(async (context: GraphContext, orderIds: readonly string[]) => {
  const rows = await reads(context).delivery.findMany({
    where: { orderId: { in: [...orderIds] } },
    orderBy: { number: 'asc' },
  });
  return groupBy(rows, ({ orderId }) => orderId);
});

builder.prismaObjectField('OrderBoard', 'deliveries', (t) =>
  t.field({
    ...readsFrom(deliveries.name),
    type: [Delivery],
    resolve: async (order, _args, context) => {
      const past = pastOf(order);
      if (!past) return (await deliveriesOfOrder(context, order.id)) ?? [];
      const streams = order.deliveryId === null ? [] : [`delivery-${order.deliveryId}`];
      return [...(await rowsThen(past, 'Delivery', deliveries, streams)).values()];
    },
  }),
);

builder.objectField(commandPayload('Delivery'), 'delivery', (t) =>
  t.field({
    type: Delivery,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, deliveries.name))
        ? reads(context).delivery.findUnique({ where: { id: accepted.aggregateId } })
        : null,
  }),
);
