import { type Accepted, builder, commandPayload, errorType, reads, SizeInput } from '@waybill/graphql';
import { newId, type Refusal } from '@waybill/kernel';
import { postgresCatalog } from '../product/postgres-catalog.ts';
import { InvalidInput, VersionConflict } from '../product/refusals.ts';
import { Product } from './product.ts';

const ProductPayload = commandPayload('Product');
builder.objectField(ProductPayload, 'product', (t) =>
  t.field({
    type: Product,
    nullable: true,
    resolve: ({ aggregateId }, _args, context) => reads(context).product.findUnique({ where: { sku: aggregateId } }),
  }),
);

const SaveProductInput = builder.inputType('SaveProductInput', {
  fields: (t) => ({
    commandId: t.id({ description: 'Saving the same content again changes nothing, with or without it.' }),
    expectedVersion: t.int({ description: 'The version you decided on; 0 where there is none yet.' }),
    sku: t.string({ required: true }),
    description: t.string({ required: true }),
    unitPrice: t.field({ type: 'Decimal', required: true, description: 'Net, per piece, major units.' }),
    currency: t.string({ defaultValue: 'GBP' }),
    taxCode: t.string({ required: true }),
    taxRate: t.field({ type: 'Decimal', required: true, description: 'Per cent.' }),
    weightGrams: t.int(),
    size: t.field({ type: SizeInput, description: 'Of a packed piece.' }),
  }),
});

const SaveProductResult = builder.unionType('SaveProductResult', {
  types: [ProductPayload, errorType(InvalidInput), errorType(VersionConflict)],
  resolveType: (value) => ('status' in value ? ProductPayload : value.code),
});

/** The catalogue is plain rows: saving answers as a command does, and leaves no event. */
builder.mutationField('saveProduct', (t) =>
  t.field({
    type: SaveProductResult,
    description: 'Registers a product, or changes it. Orders keep what they captured of it.',
    args: { input: t.arg({ type: SaveProductInput, required: true }) },
    resolve: async (_root, { input }, { pool, actor }): Promise<Accepted | Refusal> => {
      const { commandId, expectedVersion, currency, weightGrams, size, ...product } = input;
      const outcome = await postgresCatalog(pool).save(
        { ...product, currency: currency ?? 'GBP', weightGrams: weightGrams ?? null, size: size ?? null },
        { actor, ...(typeof expectedVersion === 'number' ? { expectedVersion } : {}) },
      );
      if (outcome.kind === 'refused') return outcome.refusal;
      const { sku, version } = outcome.product;
      return {
        status: 'accepted',
        commandId: commandId ? String(commandId) : newId(),
        type: 'SaveProduct',
        aggregateId: sku,
        streamId: `product-${sku}`,
        version,
        position: null,
        events: [],
        duplicate: !outcome.changed,
      };
    },
  }),
);
