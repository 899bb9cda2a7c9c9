import type { Prisma } from '@waybill/db/prisma';
import { AsOf, builder, Direction, everyWord, reads, readsFrom } from '@waybill/graphql';
import { deliveries } from '../read-models/deliveries.ts';
import { Delivery, DeliveryStatus, deliveryThen } from './delivery.ts';

const DeliveryFilter = builder.inputType('DeliveryFilter', {
  fields: (t) => ({ status: t.field({ type: [DeliveryStatus] }), customerId: t.id(), orderId: t.id() }),
});
const DeliveryOrderField = builder.enumType('DeliveryOrderField', {
  values: { NUMBER: { value: 'number' }, SCHEDULED_AT: { value: 'scheduledAt' } } as const,
});
const DeliveryOrderBy = builder.inputType('DeliveryOrderBy', {
  fields: (t) => ({
    field: t.field({ type: DeliveryOrderField, required: true }),
    direction: t.field({ type: Direction, required: true }),
  }),
});

const where = (
  filter: typeof DeliveryFilter.$inferInput | null | undefined,
  search: string | null | undefined,
): Prisma.DeliveryWhereInput => ({
  AND: everyWord(search),
  ...(filter?.status ? { status: { in: [...filter.status] } } : {}),
  ...(filter?.customerId ? { customerId: String(filter.customerId) } : {}),
  ...(filter?.orderId ? { orderId: String(filter.orderId) } : {}),
});

/** The oldest first: it waits for the longest. */
const sorted = (
  orderBy: typeof DeliveryOrderBy.$inferInput | null | undefined,
): Prisma.DeliveryOrderByWithRelationInput[] => {
  const { field, direction } = orderBy ?? { field: 'scheduledAt', direction: 'asc' };
  return [{ [field]: direction }, { id: direction }];
};

builder.queryField('delivery', (t) =>
  t.prismaField({
    ...readsFrom(deliveries.name),
    type: Delivery,
    nullable: true,
    description: 'A delivery by its id, or by its readable number; with `asOf`, as it was then.',
    args: { id: t.arg.id(), number: t.arg.string(), asOf: t.arg({ type: AsOf }) },
    resolve: async (query, _root, { id, number, asOf }, context) => {
      if (id && asOf) return deliveryThen(String(id), asOf, context);
      if (id) return reads(context).delivery.findUnique({ ...query, where: { id: String(id) } });
      const found = number ? await reads(context).delivery.findFirst({ ...query, where: { number } }) : null;
      return found && asOf ? deliveryThen(found.id, asOf, context) : found;
    },
  }),
);

builder.queryField('deliveries', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(deliveries.name),
      type: Delivery,
      cursor: 'id',
      args: {
        search: t.arg.string(),
        filter: t.arg({ type: DeliveryFilter }),
        orderBy: t.arg({ type: DeliveryOrderBy }),
      },
      resolve: (query, _root, { filter, search, orderBy }, context) =>
        reads(context).delivery.findMany({ ...query, where: where(filter, search), orderBy: sorted(orderBy) }),
      totalCount: (_root, { filter, search }, context) =>
        reads(context).delivery.count({ where: where(filter, search) }),
    },
    { name: 'DeliveryConnection' },
    { name: 'DeliveryEdge' },
  ),
);
