/** Who buys, as far as documents capture it of the customer and not of the order. */
export interface Buyers {
  /** Null where nobody is known under this id. */
  find(customerId: string): Promise<{ readonly vatId: string | null } | null>;
}
