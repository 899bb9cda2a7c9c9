import { parseMoney } from '../../lib/format.ts';

/** What a person typed as a discount: '12.5 %' is per cent, '5.00' an amount; null where it is neither. */
export const parseDiscount = (
  text: string,
  currency: string,
): { readonly percent: string } | { readonly amount: number } | null => {
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(text.trim())?.[1];
  if (percent !== undefined) return Number(percent) > 0 && Number(percent) <= 100 ? { percent } : null;
  const amount = parseMoney(text.trim(), currency) ?? 0;
  return amount > 0 ? { amount } : null;
};
