import { defineProjection } from '@waybill/engine';
import { creditLineIdOf, partsOf } from '../credit-line/credit-line-id.ts';
import { creditLineEvents } from '../credit-line/events.ts';
import { customerEvents } from '../customer/events.ts';

/** A row of customers.credit_lines; all amounts in minor units. */
export interface CreditLineRow {
  /** '<customerId>:<currency>' */
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  /** Null: as much as they like. */
  readonly creditLimit: number | null;
  readonly reserved: number;
  /** What waits for room, by order. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly updatedAt: string;
}

const without = (waiting: CreditLineRow['waiting'], orderId: string): CreditLineRow['waiting'] => {
  const { [orderId]: _, ...others } = waiting;
  return others;
};

/** One row per customer and currency. The limit is shown as soon as it is set, and not only when the line has heard of it. */
export const creditLines = defineProjection({
  name: 'customers.credit_lines',
  version: 1,
  events: [
    customerEvents.CreditLimitSet,
    creditLineEvents.CreditReserved,
    creditLineEvents.CreditRefused,
    creditLineEvents.CreditRevised,
  ],
  table: { schema: 'customers', name: 'credit_lines', key: 'id' },
  freshness: 1_000,
  keys: (event) => [
    event.type === 'CreditLimitSet' ? creditLineIdOf(event.data.customerId, event.data.currency) : event.id,
  ],
  evolve: (before: CreditLineRow | undefined, event, id): CreditLineRow => {
    const updatedAt = event.recordedAt.toISOString();
    const row = { ...(before ?? { id, ...partsOf(id), creditLimit: null, reserved: 0, waiting: {} }), updatedAt };
    if (event.type === 'CreditLimitSet') return { ...row, creditLimit: event.data.amount };
    const { orderId, reserved } = event.data;
    switch (event.type) {
      case 'CreditReserved':
        return { ...row, reserved, waiting: without(row.waiting, orderId) };
      case 'CreditRefused':
        return { ...row, reserved, waiting: { ...row.waiting, [orderId]: event.data.amount } };
      case 'CreditRevised': {
        const isWaiting = Object.hasOwn(row.waiting, orderId);
        return { ...row, reserved, waiting: isWaiting ? { ...row.waiting, [orderId]: event.data.open } : row.waiting };
      }
    }
  },
});
