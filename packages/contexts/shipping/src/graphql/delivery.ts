import type { PrismaTypes } from '@waybill/db/prisma';
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
  jsonColumn,
  jsonList,
  type Moment,
  nodeOf,
  oneOf,
  type Past,
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
import { type DeliveryFacts, deliveryActions } from '../delivery/available-actions.ts';
import { DELIVERY_STATES, returnableOf } from '../delivery/delivery.ts';
import { litresOf } from '../delivery/litres-of.ts';
import { deliveries } from '../read-models/deliveries.ts';
import type { DeliveryReturn, DeliveryRow } from '../read-models/delivery-row.ts';
import { shipments } from '../read-models/shipments.ts';
import { CarrierScanRef, DeliveryLine, DeliveryReturnRef, scansOf } from './delivery-parts.ts';
import { planOfOrder } from './plan-of-order.ts';

export const DeliveryStatus = sharedEnum('DeliveryStatus', DELIVERY_STATES);
const deliveryStatus = oneOf('DeliveryStatus', DELIVERY_STATES);

type Row = PrismaTypes['Delivery']['Shape'];
// As the projection writes them.
const returnsOf = ({ returns }: Row): readonly DeliveryReturn[] => jsonList<DeliveryReturn>(returns);
const linesOf = ({ lines }: Row) => jsonColumn<DeliveryRow['lines']>(lines);

const factsOf = (row: Row, plan: DeliveryFacts['plan']): DeliveryFacts => ({
  id: row.id,
  orderId: row.orderId,
  status: deliveryStatus(row.status),
  lines: linesOf(row),
  returns: new Map(
    returnsOf(row).map(({ id, lines, receivedAt }) => [id, { lines, received: receivedAt !== null }] as const),
  ),
  plan,
});

const linesWithReturnable = (row: Row) => {
  const returnable = returnableOf(factsOf(row, null));
  return linesOf(row).map((line) => ({ ...line, returnable: returnable.get(line.lineId) ?? 0 }));
};

const scansFrom = async (row: { readonly id: string }, context: GraphContext) => {
  const stream = `delivery-${row.id}`;
  return scansOf((await pastOf(row)?.story([stream])) ?? (await context.engine.history(stream)));
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
      description: 'What is in it; of a cancelled one, what was.',
      resolve: linesWithReturnable,
    }),
    pieces: t.exposeInt('pieces'),
    weightGrams: t.exposeInt('weightGrams', { nullable: true }),
    litres: t.float({
      nullable: true,
      description: 'What its packed pieces take up together; null where the size of one of them is not known.',
      resolve: (row) => litresOf(linesOf(row)),
    }),
    carrier: t.exposeString('carrier', { nullable: true }),
    trackingNumber: t.exposeString('trackingNumber', { nullable: true }),
    scheduledAt: t.expose('scheduledAt', { type: 'DateTime' }),
    pickedAt: t.expose('pickedAt', { type: 'DateTime', nullable: true }),
    packedAt: t.expose('packedAt', { type: 'DateTime', nullable: true }),
    packedOverride: t.exposeString('packedOverride', {
      nullable: true,
      description: 'Why it was packed although the order was held or not cleared.',
    }),
    dispatchedAt: t.expose('dispatchedAt', { type: 'DateTime', nullable: true }),
    lastScan: t.field({
      type: CarrierScanRef,
      nullable: true,
      description: 'Where the carrier saw it last: by when it was seen, whatever arrived last.',
      resolve: async (row, _args, context) => (await scansFrom(row, context)).at(-1) ?? null,
    }),
    scans: t.field({
      type: [CarrierScanRef],
      description: 'What the carrier saw of it, in the order in which it was seen.',
      resolve: (row, _args, context) => scansFrom(row, context),
    }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    failedAt: t.expose('failedAt', { type: 'DateTime', nullable: true }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it could not be handed over.' }),
    cancelledAt: t.expose('cancelledAt', { type: 'DateTime', nullable: true }),
    cancellation: t.exposeString('cancellation', { nullable: true, description: 'Why it never left.' }),
    returns: t.field({ type: [DeliveryReturnRef], resolve: (row) => [...returnsOf(row)] }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`delivery-${row.id}`]),
    }),
    availableActions: t.field({
      ...readsFrom(shipments.name),
      type: [AvailableActionRef],
      resolve: async (row, _args, context) => {
        const plan = pastOf(row) ? null : await planOfOrder(context, row.orderId);
        return actionsThen(row, deliveryActions(factsOf(row, plan ?? null)).map(actionOf));
      },
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

/** The deliveries that an order's plan had made by then. */
const deliveryIdsOf = async (past: Past, orderId: string): Promise<readonly string[]> => {
  const story = await past.story([`shipmentPlan-${orderId}`]);
  return story.flatMap(({ data }) => ('deliveryId' in data ? [String(data.deliveryId)] : []));
};

builder.prismaObjectField('OrderBoard', 'deliveries', (t) =>
  t.field({
    ...readsFrom(deliveries.name),
    type: [Delivery],
    resolve: async (order, _args, context) => {
      const past = pastOf(order);
      if (!past) return (await deliveriesOfOrder(context, order.id)) ?? [];
      const streams = (await deliveryIdsOf(past, order.id)).map((id) => `delivery-${id}`);
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
