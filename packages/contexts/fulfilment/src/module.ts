import type { Module } from '@waybill/engine';
import { orderProcessOf } from './order/order-process.ts';
import type { Policy } from './order/rules/rule.ts';

export type { Policy } from './order/rules/rule.ts';

/** The reservations of an order lapse a day later: they must not before. */
const usual: Policy = { timeToPay: { days: 7 } };

/** The processes that span contexts. It owns no aggregate and no table. */
export const fulfilmentModule = (policy: Policy = usual): Module => ({
  name: 'fulfilment',
  aggregates: [],
  processes: [orderProcessOf(policy)],
  refusals: [],
});
