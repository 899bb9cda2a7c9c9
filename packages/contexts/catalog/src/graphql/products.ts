import type { Prisma } from '@waybill/db/prisma';
import { builder, Direction, reads } from '@waybill/graphql';
import { Product } from './product.ts';

const ProductFilter = builder.inputType('ProductFilter', { fields: (t) => ({ currency: t.string() }) });
const ProductOrderField = builder.enumType('ProductOrderField', {
  values: { SKU: { value: 'sku' }, DESCRIPTION: { value: 'description' } } as const,
});
const ProductOrderBy = builder.inputType('ProductOrderBy', {
  fields: (t) => ({
    field: t.field({ type: ProductOrderField, required: true }),
    direction: t.field({ type: Direction, required: true }),
  }),
});

/** Every word stands in the code or in the description. */
const where = (
  filter: typeof ProductFilter.$inferInput | null | undefined,
  search: string | null | undefined,
): Prisma.ProductWhereInput => ({
  AND: (search ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => word.replaceAll(/[\\%_]/g, '\\$&'))
    .map((word) => ({
      OR: [{ sku: { startsWith: word.toUpperCase() } }, { description: { contains: word, mode: 'insensitive' } }],
    })),
  ...(filter?.currency ? { currency: filter.currency } : {}),
});

const sorted = (
  orderBy: typeof ProductOrderBy.$inferInput | null | undefined,
): Prisma.ProductOrderByWithRelationInput[] => {
  const { field, direction } = orderBy ?? { field: 'sku', direction: 'asc' };
  return field === 'sku' ? [{ sku: direction }] : [{ description: direction }, { sku: direction }];
};

builder.queryField('product', (t) =>
  t.prismaField({
    type: Product,
    nullable: true,
    args: { sku: t.arg.string({ required: true }) },
    resolve: (query, _root, { sku }, context) =>
      reads(context).product.findUnique({ ...query, where: { sku: sku.toUpperCase() } }),
  }),
);

builder.queryField('products', (t) =>
  t.prismaConnection(
    {
      type: Product,
      cursor: 'sku',
      args: {
        search: t.arg.string(),
        filter: t.arg({ type: ProductFilter }),
        orderBy: t.arg({ type: ProductOrderBy }),
      },
      resolve: (query, _root, { filter, search, orderBy }, context) =>
        reads(context).product.findMany({ ...query, where: where(filter, search), orderBy: sorted(orderBy) }),
      totalCount: (_root, { filter, search }, context) =>
        reads(context).product.count({ where: where(filter, search) }),
    },
    { name: 'ProductConnection' },
    { name: 'ProductEdge' },
  ),
);
