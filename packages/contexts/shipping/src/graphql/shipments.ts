import type { Prisma } from '@waybill/db/prisma';
import { AsOf, builder, reads, readsFrom } from '@waybill/graphql';
import { shipments } from '../read-models/shipments.ts';
import { Shipment, shipmentThen } from './shipment.ts';

const ShipmentFilter = builder.inputType('ShipmentFilter', {
  fields: (t) => ({
    isOpen: t.boolean({ description: 'Whether pieces are in no delivery yet.' }),
    isHeld: t.boolean(),
    isCleared: t.boolean(),
  }),
});

const where = ({
  isOpen,
  isHeld,
  isCleared,
}: NonNullable<typeof ShipmentFilter.$inferInput>): Prisma.ShipmentWhereInput => ({
  ...(isOpen == null ? {} : { openPieces: isOpen ? { gt: 0 } : 0 }),
  ...(isHeld == null ? {} : { held: isHeld ? { not: null } : null }),
  ...(isCleared == null ? {} : { cleared: isCleared }),
});

builder.queryField('shipment', (t) =>
  t.prismaField({
    ...readsFrom(shipments.name),
    type: Shipment,
    nullable: true,
    description: "What may leave the house for an order, by the order's id; with `asOf`, as it was then.",
    args: { id: t.arg.id({ required: true }), asOf: t.arg({ type: AsOf }) },
    resolve: (query, _root, { id, asOf }, context) =>
      asOf
        ? shipmentThen(String(id), asOf, context)
        : reads(context).shipment.findUnique({ ...query, where: { id: String(id) } }),
  }),
);

builder.queryField('shipments', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(shipments.name),
      type: Shipment,
      cursor: 'id',
      description: 'The oldest first: it waits for the longest.',
      args: { filter: t.arg({ type: ShipmentFilter }) },
      resolve: (query, _root, { filter }, context) =>
        reads(context).shipment.findMany({
          ...query,
          where: where(filter ?? {}),
          orderBy: [{ plannedAt: 'asc' }, { id: 'asc' }],
        }),
      totalCount: (_root, { filter }, context) => reads(context).shipment.count({ where: where(filter ?? {}) }),
    },
    { name: 'ShipmentConnection' },
    { name: 'ShipmentEdge' },
  ),
);
