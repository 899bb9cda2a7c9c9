import type { Prisma } from '@waybill/db/prisma';
import { AsOf, batched, builder, Direction, everyWord, type GraphContext, reads, readsFrom } from '@waybill/graphql';
import { stockItems } from '../read-models/stock-items.ts';
import { MAIN_WAREHOUSE, stockIdOf } from '../stock-item/ids.ts';
import { StockItem, StockStatus, stockItemThen } from './stock-item.ts';

const StockItemFilter = builder.inputType('StockItemFilter', {
  fields: (t) => ({
    status: t.field({ type: [StockStatus] }),
    warehouse: t.string(),
    sku: t.stringList({ description: 'Any of these.' }),
  }),
});
const StockItemOrderField = builder.enumType('StockItemOrderField', {
  values: {
    URGENCY: { value: 'urgency', description: 'Backordered, out of stock and low first.' },
    SKU: { value: 'sku' },
    AVAILABLE: { value: 'available' },
    UPDATED_AT: { value: 'updatedAt' },
  } as const,
});
const StockItemOrderBy = builder.inputType('StockItemOrderBy', {
  fields: (t) => ({
    field: t.field({ type: StockItemOrderField, required: true }),
    direction: t.field({ type: Direction, required: true }),
  }),
});

const where = (
  filter: typeof StockItemFilter.$inferInput | null | undefined,
  search: string | null | undefined,
): Prisma.StockItemWhereInput => ({
  AND: everyWord(search),
  ...(filter?.status ? { status: { in: [...filter.status] } } : {}),
  ...(filter?.warehouse ? { warehouse: filter.warehouse.toUpperCase() } : {}),
  ...(filter?.sku ? { sku: { in: filter.sku.map((sku) => sku.toUpperCase()) } } : {}),
});

const sorted = (
  orderBy: typeof StockItemOrderBy.$inferInput | null | undefined,
): Prisma.StockItemOrderByWithRelationInput[] => {
  const { field, direction } = orderBy ?? { field: 'urgency', direction: 'asc' };
  if (field === 'urgency') return [{ urgency: direction }, { sku: direction }, { id: direction }];
  return [{ [field]: direction }, { id: direction }];
};

builder.queryField('stockItem', (t) =>
  t.prismaField({
    ...readsFrom(stockItems.name),
    type: StockItem,
    nullable: true,
    description: 'A stock item by its id, or by SKU and warehouse; with `asOf`, as it was then.',
    args: {
      id: t.arg.id(),
      sku: t.arg.string(),
      warehouse: t.arg.string({ defaultValue: MAIN_WAREHOUSE }),
      asOf: t.arg({ type: AsOf }),
    },
    resolve: async (query, _root, { id, sku, warehouse, asOf }, context) => {
      const stockId = id ? String(id) : sku ? stockIdOf(sku, warehouse ?? MAIN_WAREHOUSE) : null;
      if (stockId === null) return null;
      if (asOf) return stockItemThen(stockId, asOf, context);
      return reads(context).stockItem.findUnique({ ...query, where: { id: stockId } });
    },
  }),
);

builder.queryField('stockItems', (t) =>
  t.prismaConnection(
    {
      ...readsFrom(stockItems.name),
      type: StockItem,
      cursor: 'id',
      args: {
        search: t.arg.string(),
        filter: t.arg({ type: StockItemFilter }),
        orderBy: t.arg({ type: StockItemOrderBy }),
      },
      resolve: (query, _root, { filter, search, orderBy }, context) =>
        reads(context).stockItem.findMany({ ...query, where: where(filter, search), orderBy: sorted(orderBy) }),
      totalCount: (_root, { filter, search }, context) =>
        reads(context).stockItem.count({ where: where(filter, search) }),
    },
    { name: 'StockItemConnection' },
    { name: 'StockItemEdge' },
  ),
);

const mainStockOf = batched(async (context: GraphContext, skus: readonly string[]) => {
  const ids = skus.map((sku) => stockIdOf(sku));
  const rows = await reads(context).stockItem.findMany({ where: { id: { in: ids } } });
  return new Map(rows.map((row) => [row.sku, row]));
});

builder.prismaObjectField('Product', 'stock', (t) =>
  t.field({
    ...readsFrom(stockItems.name),
    type: StockItem,
    nullable: true,
    description: 'In the main warehouse; null where nothing was ever received or reserved.',
    resolve: async ({ sku }, _args, context) => (await mainStockOf(context, sku)) ?? null,
  }),
);
