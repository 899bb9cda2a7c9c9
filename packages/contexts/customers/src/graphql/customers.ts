import type { Prisma } from '@waybill/db/prisma';
import { AsOf, builder, Direction, everyWord, reads, readsFrom } from '@waybill/graphql';
import { customers } from '../read-models/customers.ts';
import { Customer, CustomerKind, customerThen } from './customer.ts';

const CustomerFilter = builder.inputType('CustomerFilter', {
  fields: (t) => ({ kind: t.field({ type: CustomerKind }), country: t.string() }),
});
const CustomerOrderField = builder.enumType('CustomerOrderField', {
  values: { NUMBER: { value: 'number' }, NAME: { value: 'name' } } as const,
});
const CustomerOrderBy = builder.inputType('CustomerOrderBy', {
  fields: (t) => ({
    field: t.field({ type: CustomerOrderField, required: true }),
    direction: t.field({ type: Direction, required: true }),
  }),
});

const where = (
  filter: typeof CustomerFilter.$inferInput | null | undefined,
  search: string | null | undefined,
): Prisma.CustomerWhereInput => ({
  AND: everyWord(search),
  ...(filter?.kind ? { kind: filter.kind } : {}),
  ...(filter?.country ? { country: filter.country } : {}),
});

const sorted = (
  orderBy: typeof CustomerOrderBy.$inferInput | null | undefined,
): Prisma.CustomerOrderByWithRelationInput[] => {
  const { field, direction } = orderBy ?? { field: 'number', direction: 'asc' };
  return [field === 'name' ? { name: { sort: direction, nulls: 'last' } } : { number: direction }, { id: direction }];
};

builder.queryField('customer', (t) =>
  t.prismaField({
    ...readsFrom(customers.name),
    type: Customer,
    nullable: true,
    description: 'A customer by its id, or by its readable number; with `asOf`, as they were then.',
    args: { id: t.arg.id(), number: t.arg.string(), asOf: t.arg({ type: AsOf }) },
    resolve: async (query, _root, { id, number, asOf }, context) => {
      if (id && asOf) return customerThen(String(id), asOf, context);
      if (id) return reads(context).customer.findUnique({ ...query, where: { id: String(id) } });
      const found = number ? await reads(context).customer.findFirst({ ...query, where: { number } }) : null;
      return found && asOf ? customerThen(found.id, asOf, context) : found;
    },
  }),
);

builder.queryField('customers', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(customers.name),
      type: Customer,
      cursor: 'id',
      args: {
        search: t.arg.string(),
        filter: t.arg({ type: CustomerFilter }),
        orderBy: t.arg({ type: CustomerOrderBy }),
      },
      resolve: (query, _root, { filter, search, orderBy }, context) =>
        reads(context).customer.findMany({ ...query, where: where(filter, search), orderBy: sorted(orderBy) }),
      totalCount: (_root, { filter, search }, context) =>
        reads(context).customer.count({ where: where(filter, search) }),
    },
    { name: 'CustomerConnection' },
    { name: 'CustomerEdge' },
  ),
);
