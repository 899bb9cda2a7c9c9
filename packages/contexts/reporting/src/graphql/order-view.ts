import type { Prisma } from '@waybill/db/prisma';
import { builder } from '@waybill/graphql';
import { type OrderViewName, statesOf } from '../read-models/order-views.ts';

export const OrderView = builder.enumType('OrderView', {
  description: 'The work an order waits for.',
  values: {
    ALL: {},
    DRAFT: {},
    TO_COLLECT: { description: 'Placed, and not yet paid in full.' },
    TO_SHIP: { description: 'Paid, and not yet dispatched.' },
    UNDER_WAY: { description: 'Dispatched, and not yet confirmed.' },
    COMPLETED: {},
    CANCELLED: {},
  } as const,
});

export const inView = (name: OrderViewName): Prisma.OrderBoardWhereInput =>
  Object.fromEntries(Object.entries(statesOf(name)).map(([field, states]) => [field, { in: [...states] }]));
