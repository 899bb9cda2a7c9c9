/** What an order waits for is decided by these. */
export interface OrderStates {
  readonly orderStatus: string;
  readonly paymentStatus: string;
  readonly deliveryStatus: string;
}
type View = { readonly [K in keyof OrderStates]?: readonly string[] };

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

/** The states of a view, by field; a field that may be anything is missing. */
export const statesOf = (name: OrderViewName): View => VIEWS[name];

export const isInView = (name: OrderViewName, row: OrderStates): boolean => {
  const view: View = VIEWS[name];
  const fits = (field: keyof OrderStates) => view[field]?.includes(row[field]) ?? true;
  return fits('orderStatus') && fits('paymentStatus') && fits('deliveryStatus');
};
