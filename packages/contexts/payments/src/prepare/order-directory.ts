/** Finds orders for payments. Must know an order as soon as it was placed: a view that lags would lose the match. */
export interface OrderDirectory {
  /** By id, or by readable number as people write it ('ORD-2026-000123'); undefined where there is none. */
  find(numberOrId: string): Promise<{ readonly orderId: string } | undefined>;
}
