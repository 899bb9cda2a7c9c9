import { perTick, type Refusal } from '@waybill/kernel';
import type { Catalog, SaveOutcome } from './catalog.ts';
import { type Product, type ProductFacts, type ProductInput, productInput } from './product.ts';
import { InvalidInput, VersionConflict } from './refusals.ts';
import { ADD_MISSING, COMPARE, FIND, SAVE } from './statements.ts';

/** A pool of Postgres connections, as far as it is needed here. */
export interface Sql {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

export const postgresCatalog = (sql: Sql): Catalog => ({
  async save(input, { actor, expectedVersion = null }) {
    const parsed = productInput.safeParse(input);
    if (!parsed.success) return refused(InvalidInput(faultOf(parsed.error.issues)));
    const given = JSON.stringify([parsed.data]);
    const saved = await sql.query({ ...SAVE, values: [given, JSON.stringify(actor), expectedVersion] });
    const [product] = saved.rows as Product[];
    if (product) return { kind: 'saved', product, changed: true };

    const found = await sql.query({ ...COMPARE, values: [given] });
    const [current] = found.rows as (Product & { isSame: boolean })[];
    if (!current?.isSame) {
      return refused(VersionConflict({ expectedVersion: expectedVersion ?? 0, actualVersion: current?.version ?? 0 }));
    }
    const { isSame: _, ...unchanged } = current;
    return { kind: 'saved', product: unchanged, changed: false };
  },

  async saveAll(inputs, actor) {
    const { rows } = await sql.query({
      ...SAVE,
      values: [JSON.stringify(productsOf(inputs)), JSON.stringify(actor), null],
    });
    return { changed: rows.length };
  },

  async addMissing(inputs, actor) {
    const { rows } = await sql.query({
      ...ADD_MISSING,
      values: [JSON.stringify(productsOf(inputs)), JSON.stringify(actor)],
    });
    return { added: rows.length };
  },

  find: findIn(sql),
});

/** One statement for all orders that ask at the same time. */
const findIn = (sql: Sql): Catalog['find'] => {
  const find = perTick(async (asked: readonly (readonly string[])[]) => {
    const { rows } = await sql.query({ ...FIND, values: [[...new Set(asked.flat())]] });
    const known = new Map((rows as ProductFacts[]).map((product) => [product.sku, product]));
    return asked.map((skus) => new Map(skus.flatMap((sku) => known.get(sku) ?? []).map((found) => [found.sku, found])));
  });
  return (skus) => find(skus.map((sku) => sku.toUpperCase()));
};

/** Every code once: the last one given counts. */
const productsOf = (inputs: readonly ProductInput[]): ProductFacts[] => [
  ...new Map(inputs.map((input) => productInput.parse(input)).map((facts) => [facts.sku, facts])).values(),
];

const refused = (refusal: Refusal): SaveOutcome => ({ kind: 'refused', refusal });

const faultOf = ([issue]: readonly { path: PropertyKey[]; message: string }[]) => ({
  path: issue?.path.join('.') ?? '',
  reason: issue?.message ?? 'cannot be read',
});
