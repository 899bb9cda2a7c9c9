/** Knows customers for payments. */
export interface CustomerDirectory {
  /** Something of a customer that there is; null where there is none. */
  find(customerId: string): Promise<object | null>;
}
