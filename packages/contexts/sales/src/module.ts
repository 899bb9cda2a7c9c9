import type { Module } from '@waybill/engine';
import { Order } from './order/aggregate.ts';
import { orderRefusals } from './order/refusals.ts';
import type { SalesPorts } from './ports/ports.ts';
import { prepareOrders } from './prepare/prepare-orders.ts';
import { orders } from './read-models/orders.ts';

export type { CustomerLookup, OrderLookup, OrderNumbers, ProductLookup, SalesPorts, TaxRates } from './ports/ports.ts';
export { type History, postgresOrderNumbers, postgresOrders, type Sql } from './ports/postgres-ports.ts';

/** Orders, from draft to completion. */
export const salesModule = (ports: SalesPorts): Module => ({
  name: 'sales',
  aggregates: [Order],
  projections: [orders],
  prepare: prepareOrders(ports),
  refusals: orderRefusals,
});
