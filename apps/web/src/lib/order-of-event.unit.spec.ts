import { expect, it } from 'vitest';
import { orderOfEvent } from './order-of-event.ts';

it('finds the order by the stream, else by what was recorded', () => {
  const found = [
    { category: 'shipmentPlan', aggregateId: 'o-1', data: {} },
    { category: 'delivery', aggregateId: 'd-1', data: { orderId: 'o-2' } },
    { category: 'customer', aggregateId: 'c-1', data: { name: null } },
    { category: 'delivery', aggregateId: 'd-2', data: null },
  ].map(orderOfEvent);
  expect(found).toEqual(['o-1', 'o-2', null, null]);
});
