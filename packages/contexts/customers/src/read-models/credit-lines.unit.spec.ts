import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import type { CreditLineEvent } from '../credit-line/events.ts';
import type { CustomerEvent } from '../customer/events.ts';
import { type CreditLineRow, creditLines } from './credit-lines.ts';

const id = 'c1:GBP';
const limit = (amount: number | null): Told => ({
  type: 'CreditLimitSet',
  data: { customerId: 'c1', currency: 'GBP', amount },
});
const reserved = (orderId: string, amount: number, sum: number): Told => ({
  type: 'CreditReserved',
  data: { orderId, amount, reserved: sum, limit: 100, waited: false, byHand: false },
});
const refused = (orderId: string, amount: number): Told => ({
  type: 'CreditRefused',
  data: { orderId, amount, reserved: 70, limit: 100, over: amount - 30 },
});
const revised = (orderId: string, open: number, sum: number): Told => ({
  type: 'CreditRevised',
  data: { orderId, open, granted: true, reserved: sum, revision: 1 },
});
type Told =
  | Extract<CustomerEvent, { readonly type: 'CreditLimitSet' }>
  | Exclude<CreditLineEvent, { readonly type: 'CreditLimitApplied' }>;
const fold = (...events: readonly Told[]) =>
  events.reduce<CreditLineRow | undefined>((row, event) => {
    const told = recorded<Told>(event.type === 'CreditLimitSet' ? 'c1' : id, event);
    expect(creditLines.keys(told)).toEqual([id]);
    return creditLines.evolve(row, told, id);
  }, undefined);

it('shows what is used of the limit, and who waits for room', () => {
  expect(fold(limit(100), reserved('a', 70, 70), refused('b', 40))).toMatchObject({
    ...{ id, customerId: 'c1', currency: 'GBP' },
    ...{ creditLimit: 100, reserved: 70, waiting: { b: 40 } },
  });
});
it('follows payments, cancellations of what waits, and what is let go on', () => {
  const before = [limit(100), reserved('a', 70, 70), refused('b', 40)];
  expect(fold(...before, revised('a', 10, 10), reserved('b', 40, 50))).toMatchObject({ reserved: 50, waiting: {} });
  expect(fold(...before, revised('b', 35, 70))).toMatchObject({ reserved: 70, waiting: { b: 35 } });
});
it('counts without a limit too, and shows when it is taken away', () => {
  expect(fold(reserved('a', 70, 70))).toMatchObject({ creditLimit: null, reserved: 70 });
  expect(fold(limit(100), limit(null))).toMatchObject({ creditLimit: null, reserved: 0 });
});
