/** One line for each customer and currency: `<customerId>:GBP`. */
export const creditLineIdOf = (customerId: string, currency: string): string => `${customerId}:${currency}`;

export const partsOf = (creditLineId: string): { readonly customerId: string; readonly currency: string } => {
  const at = creditLineId.lastIndexOf(':');
  return { customerId: creditLineId.slice(0, at), currency: creditLineId.slice(at + 1) };
};
