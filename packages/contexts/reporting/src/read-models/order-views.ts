/** What an order waits for is decided by these. */
export interface OrderStates {
  readonly orderStatus: string;
  readonly paymentStatus: string;
  readonly deliveryStatus: string;
}
type View = { readonly [K in keyof OrderStates]?: readonly string[] };

const OPEN = ['PLACED', 'CONFIRMED'];
/** An order on hold is not shipped; it is paid for all the same. */
const UNPAID = {
  orderStatus: [...OPEN, 'HELD'],
  paymentStatus: ['NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID', 'FAILED'],
};

/** The work an order waits for, by its states: any of several combinations. */
const VIEWS = {
  ALL: [{}],
  DRAFT: [{ orderStatus: ['DRAFT'] }],
  TO_COLLECT: [UNPAID],
  TO_SHIP: [
    { orderStatus: OPEN, paymentStatus: ['PAID'], deliveryStatus: ['NONE'] },
    // On credit it is shipped before it is paid.
    { orderStatus: OPEN, deliveryStatus: ['SCHEDULED', 'PICKED', 'PACKED'] },
  ],
  ON_HOLD: [{ orderStatus: ['HELD'] }],
  UNDER_WAY: [{ deliveryStatus: ['DISPATCHED', 'FAILED'] }],
  COMPLETED: [{ orderStatus: ['COMPLETED'] }],
  CANCELLED: [{ orderStatus: ['CANCELLING', 'CANCELLED', 'EXPIRED'] }],
} as const satisfies Record<string, readonly View[]>;

export type OrderViewName = keyof typeof VIEWS;
export const ORDER_VIEWS = Object.keys(VIEWS) as OrderViewName[];

/** The combinations of states of a view; a field that may be anything is missing. */
export const statesOf = (name: OrderViewName): readonly View[] => VIEWS[name];

export const isInView = (name: OrderViewName, row: OrderStates): boolean =>
  statesOf(name).some((view) => {
    const fits = (field: keyof OrderStates) => view[field]?.includes(row[field]) ?? true;
    return fits('orderStatus') && fits('paymentStatus') && fits('deliveryStatus');
  });
