/** Minor units by currency; a currency that is missing has no limit. */
export type CreditLimits = Readonly<Record<string, number>>;

export const withLimit = (limits: CreditLimits, currency: string, amount: number | null): CreditLimits => {
  const { [currency]: _, ...others } = limits;
  return amount === null ? others : { ...others, [currency]: amount };
};
