import Big from 'big.js';

/** An amount in minor units (pence, cents) of one ISO 4217 currency. Currencies are never added together. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Currencies by their digits after the point, where those are not 2 (ISO 4217). Locale data differs: it says how people write. */
const WITH_DIGITS: readonly [digits: number, currencies: string][] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];
const EXPONENTS: ReadonlyMap<string, number> = new Map(
  WITH_DIGITS.flatMap(([digits, currencies]) => currencies.split(' ').map((currency) => [currency, digits] as const)),
);
export const exponentOf = (currency: string): number => EXPONENTS.get(currency) ?? 2;

/** Minor units of a line: quantity × unit price (a decimal text in major units), rounded half-up (away from zero). */
export const lineAmount = (quantity: number, unitPrice: string, currency: string): number =>
  Number(
    new Big(unitPrice)
      .times(quantity)
      .times(new Big(10).pow(exponentOf(currency)))
      .round(0, Big.roundHalfUp),
  );

/** Minor units of a decimal text in major units, e.g. '12.50' GBP → 1250; throws where it has more digits than the currency. */
export const minorUnits = (text: string, currency: string): number => {
  const scaled = new Big(text).times(new Big(10).pow(exponentOf(currency)));
  if (!scaled.round(0, Big.roundDown).eq(scaled)) throw new RangeError(`${text} has more decimals than ${currency}`);
  return Number(scaled);
};

/** Major units as a decimal text: 1250 GBP → '12.50'. */
export const majorUnits = ({ amount, currency }: Money): string =>
  new Big(amount).div(new Big(10).pow(exponentOf(currency))).toFixed(exponentOf(currency));

/** Making a format is slow, using one is not. */
const formats = new Map<string, Intl.NumberFormat>();
const formatOf = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency);
  if (known) return known;
  const digits = exponentOf(currency.toUpperCase());
  const made = new Intl.NumberFormat('en-GB', {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  formats.set(currency, made);
  return made;
};

/** For people, in British English: 5896079 GBP → '£58,960.79'; of what is no currency code: '58960.79 pounds'. */
export const formatMoney = (money: Money): string =>
  /^[a-z]{3}$/i.test(money.currency)
    ? formatOf(money.currency).format(Number(majorUnits(money)))
    : `${majorUnits(money)} ${money.currency}`.trim();
