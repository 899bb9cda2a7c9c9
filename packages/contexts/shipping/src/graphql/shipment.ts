import {
  AddressRef,
  AvailableActionRef,
  actionOf,
  actionsThen,
  addressFrom,
  builder,
  commandPayload,
  comparable,
  type GraphContext,
  HistoryEvent,
  type Moment,
  nodeOf,
  pastAt,
  pastOf,
  reads,
  readsFrom,
  rowThen,
  shownBy,
  storyOf,
} from '@waybill/graphql';
import { countOf } from '../pieces.ts';
import { type CancellationAnswer, shipments } from '../read-models/shipments.ts';
import { shipmentActions } from '../shipment-plan/available-actions.ts';
import { openOf } from '../shipment-plan/shipment-plan.ts';
import { partsOf, planOfRow, type ShipmentShape, shipmentOfOrder } from './plan-of-order.ts';

interface ShipmentLineOf {
  readonly lineId: string;
  readonly sku: string;
  readonly description: string;
  readonly ordered: number;
  readonly open: number;
  readonly inDeliveries: number;
  readonly stopped: number;
}

const ShipmentLine = builder.objectRef<ShipmentLineOf>('ShipmentLine').implement({
  description: 'Each piece of a line is open, in one delivery, or stopped.',
  fields: (t) => ({
    id: t.exposeID('lineId'),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    ordered: t.exposeInt('ordered'),
    open: t.exposeInt('open', { description: 'In no delivery yet.' }),
    inDeliveries: t.exposeInt('inDeliveries', { description: 'Being worked on, on the way, or delivered.' }),
    stopped: t.exposeInt('stopped', { description: 'Cancelled before they left.' }),
  }),
});

const StoppedLine = builder.objectRef<{ readonly lineId: string; readonly quantity: number }>('StoppedLine').implement({
  fields: (t) => ({ id: t.exposeID('lineId'), quantity: t.exposeInt('quantity') }),
});

const CancellationAnswerRef = builder.objectRef<CancellationAnswer>('CancellationAnswer').implement({
  description: 'What shipping answered to a cancellation: stopped, or too late.',
  fields: (t) => ({
    cancellationId: t.exposeID('cancellationId', { nullable: true }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
    reason: t.exposeString('reason', { nullable: true }),
    stopped: t.field({
      type: [StoppedLine],
      nullable: true,
      description: 'Null where nothing could be stopped, or where nobody wrote down what was.',
      resolve: ({ lines }) => lines && [...lines],
    }),
    refusal: t.string({
      nullable: true,
      description: 'Why nothing was stopped, and what to do instead.',
      resolve: ({ message }) => message,
    }),
  }),
});

const linesOf = (row: ShipmentShape): ShipmentLineOf[] => {
  const { lines, stopped } = partsOf(row);
  const open = openOf(planOfRow(row));
  const gone = countOf(stopped);
  return lines.map(({ lineId, sku, description, quantity: ordered }) => {
    const [left, cancelled] = [open.get(lineId) ?? 0, gone.get(lineId) ?? 0];
    return {
      lineId,
      sku,
      description,
      ordered,
      open: left,
      stopped: cancelled,
      inDeliveries: ordered - left - cancelled,
    };
  });
};

export const Shipment = builder.prismaNode('Shipment', {
  id: { field: 'id' },
  description: 'What may leave the house for one order. Its id is the order’s.',
  fields: (t) => ({
    orderId: t.exposeID('id'),
    orderNumber: t.exposeString('orderNumber'),
    deliveryAddress: t.field({ type: AddressRef, nullable: true, resolve: (row) => addressFrom(row.deliveryAddress) }),
    isAddressFrozen: t.exposeBoolean('frozen', { description: 'A delivery was packed: the address stands.' }),
    isCleared: t.exposeBoolean('cleared', { description: 'Paid, or on credit: may be packed.' }),
    held: t.exposeString('held', { nullable: true, description: 'Why nothing of it is packed for now.' }),
    isStopped: t.exposeBoolean('complete', { description: 'All of it was cancelled before it left.' }),
    openPieces: t.int({ resolve: ({ openPieces }) => Number(openPieces) }),
    lines: t.field({ type: [ShipmentLine], resolve: linesOf }),
    cancellations: t.field({ type: [CancellationAnswerRef], resolve: (row) => [...partsOf(row).answers] }),
    plannedAt: t.expose('plannedAt', { type: 'DateTime' }),
    version: t.int({ description: 'Send it as `expectedVersion`.', resolve: ({ version }) => Number(version) }),
    history: t.field({
      type: [HistoryEvent],
      resolve: (row, _args, context) => storyOf(context, row, [`shipmentPlan-${row.id}`]),
    }),
    availableActions: t.field({
      type: [AvailableActionRef],
      resolve: (row) => actionsThen(row, shipmentActions(row.id, planOfRow(row)).map(actionOf)),
    }),
  }),
});

const streamsOf = ({ id }: { readonly id: string }): readonly [string] => [`shipmentPlan-${id}`];

/** What was to ship of an order at a moment; null where shipping had not heard of it yet. */
export const shipmentThen = async (id: string, moment: Moment, context: GraphContext) =>
  rowThen(await pastAt(context, moment, `shipmentPlan-${id}`), 'Shipment', shipments, id, streamsOf({ id }));

comparable<{ readonly id: string }>(Shipment, {
  type: 'Shipment',
  query: 'shipment',
  argument: 'id',
  idOf: ({ id }) => id,
  streams: streamsOf,
});

nodeOf('shipmentPlan', 'Shipment', (id, context) => reads(context).shipment.findUnique({ where: { id } }));

builder.prismaObjectField('OrderBoard', 'shipment', (t) =>
  t.field({
    ...readsFrom(shipments.name),
    type: Shipment,
    nullable: true,
    description: 'What may leave the house for it; null for a draft.',
    resolve: async (order, _args, context) => {
      const past = pastOf(order);
      if (past) return rowThen(past, 'Shipment', shipments, order.id, streamsOf(order));
      return (await shipmentOfOrder(context, order.id)) ?? null;
    },
  }),
);

builder.objectField(commandPayload('Shipment'), 'shipment', (t) =>
  t.field({
    type: Shipment,
    nullable: true,
    description:
      'As the query side shows it after this command; null where that took longer than two seconds: re-read later.',
    resolve: async (accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, shipments.name))
        ? reads(context).shipment.findUnique({ where: { id: accepted.aggregateId } })
        : null,
  }),
);
