import { expect, it } from 'vitest';
import { concerns, type Interested } from './interest.ts';

const orders = { kind: 'projected', position: 7, topic: 'sales.orders' } as const;
const unnamed = { kind: 'projected', position: 7 } as const;
const waitingFor = (...topics: (readonly string[] | undefined)[]): Interested =>
  new Map(topics.map((names) => [() => {}, names]));

it('is looked at only for those who wait for what moved', () => {
  expect(concerns(orders, waitingFor(), waitingFor())).toBe(false);
  expect(concerns(unnamed, waitingFor(), waitingFor())).toBe(false);
  expect(concerns(orders, waitingFor(['billing.invoices']), waitingFor())).toBe(false);
  expect(concerns(orders, waitingFor(['billing.invoices']), waitingFor(['sales.orders']))).toBe(true);
  expect(concerns(orders, waitingFor(undefined), waitingFor())).toBe(true);
  expect(concerns(unnamed, waitingFor(['billing.invoices']), waitingFor())).toBe(true);
});
