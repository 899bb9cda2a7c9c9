import type { Module } from '@waybill/engine';
import { companyZone } from './read-models/company-zone.ts';
import { dailySales } from './read-models/daily-sales.ts';
import { orderBoard } from './read-models/order-board.ts';
import { overviewCounters } from './read-models/overview-counters.ts';
import { receivables } from './read-models/receivables.ts';
import { revenue } from './read-models/revenue.ts';

/** Views that span contexts. It knows the others by their contracts alone, and decides nothing. */
export const reportingModule = (): Module => ({
  name: 'reporting',
  aggregates: [],
  projections: [orderBoard, dailySales, revenue, receivables, companyZone],
  counters: [overviewCounters],
  refusals: [],
});
