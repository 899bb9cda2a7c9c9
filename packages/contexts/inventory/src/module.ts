import type { Module } from '@waybill/engine';
import { inventoryRefusals } from './refusals.ts';
import { StockItem } from './stock-item/aggregate.ts';

/** What is there, what of it is promised, and who waits for more. */
export const inventoryModule = (): Module => ({
  name: 'inventory',
  aggregates: [StockItem],
  refusals: inventoryRefusals,
});
