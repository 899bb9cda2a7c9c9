import type { Module } from '@waybill/engine';
import { prepareStock } from './prepare/stock-ids.ts';
import { lapse } from './processes/lapse.ts';
import { reservations } from './read-models/reservations.ts';
import { stockItems } from './read-models/stock-items.ts';
import { inventoryRefusals } from './refusals.ts';
import { StockItem } from './stock-item/aggregate.ts';

/** What is there, what of it is promised, and who waits for more. */
export const inventoryModule = (): Module => ({
  name: 'inventory',
  aggregates: [StockItem],
  projections: [stockItems, reservations],
  processes: [lapse],
  prepare: prepareStock,
  refusals: inventoryRefusals,
});
