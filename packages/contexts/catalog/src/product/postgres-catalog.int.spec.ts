import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from './catalog.ts';
import { postgresCatalog } from './postgres-catalog.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const bob = { kind: 'user', id: 'bob', name: 'Bob' } as const;
const mug = {
  sku: 'MUG',
  description: 'Red mug',
  unitPrice: '2.55',
  currency: 'GBP',
  taxCode: 'STANDARD',
  taxRate: '20',
  weightGrams: 300,
  size: { lengthMm: 120, widthMm: 90, heightMm: 100 },
};
let database: TestDatabase;
let catalog: Catalog;
/** A product of one's own, so that no test depends on another. */
let count = 0;
const newMug = () => {
  count += 1;
  return { ...mug, sku: `MUG-${count}` };
};

beforeAll(async () => {
  database = await testDatabase();
  catalog = postgresCatalog(database.pool);
});
afterAll(() => database.drop());

describe('Saving a product', () => {
  it('registers it, with who did it', async () => {
    const product = newMug();
    expect(await catalog.save({ ...product, sku: product.sku.toLowerCase() }, { actor: ana })).toEqual({
      kind: 'saved',
      changed: true,
      product: { ...product, version: 1, updatedAt: expect.any(Date), updatedBy: ana },
    });
  });

  it('changes it, and counts its versions', async () => {
    const product = newMug();
    await catalog.save(product, { actor: ana });
    expect(await catalog.save({ ...product, unitPrice: '2.95' }, { actor: bob, expectedVersion: 1 })).toMatchObject({
      changed: true,
      product: { unitPrice: '2.95', version: 2, updatedBy: bob },
    });
  });

  it('changes nothing where it is so already, however it is written', async () => {
    const product = newMug();
    await catalog.save(product, { actor: ana });
    const unchanged = { kind: 'saved', changed: false, product: { version: 1, updatedBy: ana } };
    expect(await catalog.save({ ...product, unitPrice: '2.550' }, { actor: bob })).toMatchObject(unchanged);
    expect(await catalog.save(product, { actor: bob, expectedVersion: 1 })).toMatchObject(unchanged);
  });

  it('is refused where someone was first', async () => {
    const product = newMug();
    const dearer = { ...product, unitPrice: '9.99' };
    const conflict = (expectedVersion: number, actualVersion: number) => ({
      refusal: { code: 'VersionConflict', details: { expectedVersion, actualVersion } },
    });
    expect(await catalog.save(dearer, { actor: ana, expectedVersion: 3 })).toMatchObject(conflict(3, 0));
    await catalog.save(product, { actor: ana, expectedVersion: 0 });
    expect(await catalog.save(dearer, { actor: bob, expectedVersion: 0 })).toMatchObject(conflict(0, 1));
    await catalog.save(dearer, { actor: ana, expectedVersion: 1 });
    expect(await catalog.save(product, { actor: bob, expectedVersion: 1 })).toMatchObject(conflict(1, 2));
  });

  it('lets one of many win', async () => {
    const product = newMug();
    await catalog.save(product, { actor: ana });
    const prices = ['1', '2', '3', '4', '5', '6', '7', '8'];
    const saves = await Promise.all(
      prices.map((unitPrice) => catalog.save({ ...product, unitPrice }, { actor: bob, expectedVersion: 1 })),
    );
    expect(saves.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
  });

  for (const [what, fault, path] of [
    ['a negative price', { unitPrice: '-1' }, 'unitPrice'],
    ['no currency', { currency: 'POUNDS' }, 'currency'],
    ['a tax of 101 per cent', { taxRate: '101' }, 'taxRate'],
    ['no code', { sku: ' ' }, 'sku'],
    ['a weight under nothing', { weightGrams: -1 }, 'weightGrams'],
  ] as const)
    it(`is refused with ${what}`, async () =>
      expect(await catalog.save({ ...mug, ...fault }, { actor: ana })).toMatchObject({
        refusal: { code: 'InvalidInput', details: { path } },
      }));
});

describe('Many products at once', () => {
  it('are saved, and only those that differ get a version', async () => {
    const [one, two] = [newMug(), newMug()];
    expect(await catalog.saveAll([one, two], ana)).toEqual({ changed: 2 });
    expect(await catalog.saveAll([one, { ...two, description: 'Blue mug' }], bob)).toEqual({ changed: 1 });
    expect([...(await catalog.find([one.sku, two.sku.toLowerCase(), 'NOTHING'])).values()]).toEqual([
      one,
      { ...two, description: 'Blue mug' },
    ]);
  });

  it('are added where they are missing, and left alone where they are not', async () => {
    const [one, two] = [newMug(), newMug()];
    await catalog.saveAll([one], ana);
    expect(await catalog.addMissing([{ ...one, unitPrice: '9' }, two, two], bob)).toEqual({ added: 1 });
    expect((await catalog.find([one.sku])).get(one.sku)).toEqual(one);
  });
});

it('no product is ever deleted', async () =>
  expect(database.pool.query('delete from catalog.products')).rejects.toThrow('permission denied'));
