import { expect, it } from 'vitest';
import type { Module } from './define/module.ts';
import { defineProcess } from './define/process.ts';
import { defineProjection } from './define/projection.ts';
import { createRegistry } from './registry.ts';

const process = (name: string) =>
  defineProcess({
    name,
    startFrom: 'beginning',
    events: [],
    instance: () => '',
    initial: {},
    waits: {},
    waiting: () => [],
    react: (state) => ({ state }),
  });
const view = (name: string) =>
  defineProjection({
    name,
    version: 1,
    events: [],
    table: { schema: 'shop', name: 'rows', key: 'id' },
    freshness: 1_000,
    keys: () => [],
    evolve: (row: { readonly id: string } | undefined) => row,
  });
const module = (name: string, parts: Partial<Module>): Module => ({ name, aggregates: [], refusals: [], ...parts });

it('takes consumers of different names', () => {
  const shop = module('shop', { processes: [process('shop.orders')], projections: [view('shop.rows')] });
  expect(() => createRegistry([shop])).not.toThrow();
});

it('refuses a process and a view of one name, in one module or in two', () => {
  const processes = [process('shop.orders')];
  const projections = [view('shop.orders')];
  const twice = 'Consumer shop.orders is defined twice';
  expect(() => createRegistry([module('shop', { processes, projections })])).toThrow(twice);
  expect(() => createRegistry([module('shop', { processes }), module('till', { projections })])).toThrow(twice);
});
