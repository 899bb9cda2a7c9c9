import Big from 'big.js';

/** An amount in minor units (pence, cents) of one ISO 4217 currency. Currencies are never added together. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Digits after the point, where they are not 2 (ISO 4217). */
const EXPONENTS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  ISK: 0,
  CLP: 0,
  BHD: 3,
  KWD: 3,
  TND: 3,
  JOD: 3,
  OMR: 3,
};
export const exponentOf = (currency: string): number =>
  Object.hasOwn(EXPONENTS, currency) ? (EXPONENTS[currency] ?? 2) : 2;

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
  const made = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  formats.set(currency, made);
  return made;
};

/** For people, in British English: 5896079 GBP → '£58,960.79'; of what is no currency code: '58960.79 pounds'. */
export const formatMoney = (money: Money): string =>
  /^[a-z]{3}$/i.test(money.currency)
    ? formatOf(money.currency).format(Number(majorUnits(money)))
    : `${majorUnits(money)} ${money.currency}`.trim();
