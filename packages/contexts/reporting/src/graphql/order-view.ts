import type { Prisma } from '@waybill/db/prisma';
import { builder } from '@waybill/graphql';
import { type OrderViewName, statesOf } from '../read-models/order-views.ts';

export const OrderView = builder.enumType('OrderView', {
  description: 'The work an order waits for.',
  values: {
    ALL: {},
    DRAFT: {},
    TO_COLLECT: { description: 'Placed, and not yet paid in full.' },
    TO_SHIP: { description: 'Paid or on credit, and not yet dispatched.' },
    ON_HOLD: { description: 'Nothing of it is packed until somebody releases it.' },
    UNDER_WAY: { description: 'Dispatched, and not yet confirmed.' },
    COMPLETED: {},
    CANCELLED: { description: 'Cancelled, about to be, or expired unpaid.' },
  } as const,
});

export const inView = (name: OrderViewName): Prisma.OrderBoardWhereInput => ({
  OR: statesOf(name).map((states) =>
    Object.fromEntries(Object.entries(states).map(([field, allowed]) => [field, { in: [...allowed] }])),
  ),
});
