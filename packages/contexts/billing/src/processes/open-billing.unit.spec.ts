import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { billedOrder } from '../testing/billed-order.ts';
import { openBilling } from './open-billing.ts';

it('opens the billing of every order with what sales published for it', () => {
  const { buyerVatId: _, ...known } = billedOrder;
  const { orderNumber: number, ...order } = known;
  const event = recorded('o-1', { type: 'OrderForBilling', data: { number, ...order } } as const);
  expect(openBilling.instance(event)).toBe('o-1');
  expect(openBilling.react(openBilling.initial, event).commands).toEqual([
    { type: 'OpenBilling', data: { orderId: 'o-1', ...known } },
  ]);
});
