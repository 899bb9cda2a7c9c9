import { batched, builder, type GraphContext, nodeOf, reads, SizeRef, sizeFrom } from '@waybill/graphql';

interface Decimal {
  decimalPlaces(): number;
  toFixed(places: number): string;
  toString(): string;
}
/** A price with as many decimals as it has, and two at least. */
const priceText = (price: Decimal): string => price.toFixed(Math.max(2, price.decimalPlaces()));

export const Product = builder.prismaNode('Product', {
  id: { field: 'sku', description: 'The SKU.' },
  fields: (t) => ({
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    unitPrice: t.field({
      type: 'Decimal',
      description: 'Net, per piece, major units.',
      resolve: ({ unitPrice }) => priceText(unitPrice),
    }),
    currency: t.exposeString('currency'),
    taxCode: t.exposeString('taxCode'),
    taxRate: t.field({ type: 'Decimal', description: 'Per cent.', resolve: ({ taxRate }) => taxRate.toString() }),
    weightGrams: t.exposeInt('weightGrams', { nullable: true }),
    size: t.field({
      type: SizeRef,
      nullable: true,
      description: 'Of a packed piece.',
      resolve: ({ size }) => sizeFrom(size),
    }),
    version: t.exposeInt('version', { description: 'Send it as `expectedVersion`.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

nodeOf('product', 'Product', (id, context) => reads(context).product.findUnique({ where: { sku: id } }));

const productsBySku = batched(async (context: GraphContext, skus: readonly string[]) => {
  const rows = await reads(context).product.findMany({ where: { sku: { in: [...skus] } } });
  return new Map(rows.map((row) => [row.sku, row]));
});

builder.prismaObjectField('StockItem', 'product', (t) =>
  t.field({
    type: Product,
    nullable: true,
    description: 'As it is sold; null where the catalogue does not know it.',
    resolve: async ({ sku }, _args, context) => (await productsBySku(context, sku)) ?? null,
  }),
);
