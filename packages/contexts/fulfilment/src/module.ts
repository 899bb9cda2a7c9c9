import type { Module } from '@waybill/engine';
import { orderProcess } from './order/order-process.ts';

/** The processes that span contexts. It owns no aggregate and no table. */
export const fulfilmentModule = (): Module => ({
  name: 'fulfilment',
  aggregates: [],
  processes: [orderProcess],
  refusals: [],
});
