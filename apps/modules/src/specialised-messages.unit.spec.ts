import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contractFolders } from './contract-folders.ts';

const sales = contractFolders().find(({ context }) => context === 'sales');

/** The names of all fields of a published event, down to the last one. */
const fieldsOf = (event: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') for (const name of Object.keys(value)) names.add(name);
      walk(value);
    }
  };
  const version = sales?.events.find(({ type }) => type === event)?.version;
  walk(JSON.parse(readFileSync(`${sales?.published}/${event}.v${version}.json`, 'utf8')));
  return names;
};
const PRICES = [
  'prices',
  'unitPrice',
  'amount',
  'discount',
  'taxRate',
  'taxCode',
  'net',
  'tax',
  'total',
  'terms',
  'billingAddress',
];

it('billing is told prices and where the invoice goes, and nothing of weights, sizes or the door', () => {
  const fields = fieldsOf('OrderForBilling');
  expect([...fields]).toEqual(expect.arrayContaining(['prices', 'unitPrice', 'taxRate', 'billingAddress']));
  for (const name of ['weightGrams', 'size', 'deliveryAddress']) expect(fields).not.toContain(name);
});

it('shipping is told weights, sizes and the door, and nothing of prices or the invoice', () => {
  const fields = fieldsOf('OrderForShipping');
  expect([...fields]).toEqual(expect.arrayContaining(['weightGrams', 'size', 'deliveryAddress', 'quantity']));
  for (const name of PRICES) expect(fields).not.toContain(name);
});
