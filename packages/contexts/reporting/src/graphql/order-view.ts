import type { Prisma } from '@waybill/db/prisma';
import { builder } from '@waybill/graphql';

interface States {
  readonly orderStatus: string;
  readonly paymentStatus: string;
  readonly deliveryStatus: string;
}
type View = { readonly [K in keyof States]?: readonly string[] };

const OPEN = ['PLACED', 'CONFIRMED'];

/** The work an order waits for, by its states. */
const VIEWS = {
  ALL: {},
  DRAFT: { orderStatus: ['DRAFT'] },
  TO_COLLECT: { orderStatus: OPEN, paymentStatus: ['NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID'] },
  TO_SHIP: { orderStatus: OPEN, paymentStatus: ['PAID'], deliveryStatus: ['NONE', 'SCHEDULED', 'PICKED', 'PACKED'] },
  UNDER_WAY: { deliveryStatus: ['DISPATCHED'] },
  COMPLETED: { orderStatus: ['COMPLETED'] },
  CANCELLED: { orderStatus: ['CANCELLING', 'CANCELLED'] },
} as const satisfies Record<string, View>;

export type OrderViewName = keyof typeof VIEWS;
export const ORDER_VIEWS = Object.keys(VIEWS) as OrderViewName[];

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

export const inView = (name: OrderViewName): Prisma.OrderBoardWhereInput => {
  const view: View = VIEWS[name];
  return Object.fromEntries(Object.entries(view).map(([field, states]) => [field, { in: [...states] }]));
};

export const isInView = (name: OrderViewName, row: States): boolean => {
  const view: View = VIEWS[name];
  const fits = (field: keyof States) => view[field]?.includes(row[field]) ?? true;
  return fits('orderStatus') && fits('paymentStatus') && fits('deliveryStatus');
};
