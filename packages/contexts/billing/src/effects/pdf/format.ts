import { exponentOf, majorUnits } from '@waybill/kernel';

/** Minor units as a figure, without the currency: 1234567 GBP → '12,345.67'. */
export const figure = (amount: number, currency: string): string => {
  const digits = exponentOf(currency);
  return new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Number(majorUnits({ amount, currency })),
  );
};

/** A unit price with at least the currency's digits: '2.5' → '2.50', '0.001' stays. */
export const price = (unitPrice: string, currency: string): string => {
  const [whole = '0', decimals = ''] = unitPrice.split('.');
  const kept = decimals.replace(/0+$/, '').padEnd(exponentOf(currency), '0');
  const grouped = new Intl.NumberFormat('en-GB').format(BigInt(whole));
  return kept === '' ? grouped : `${grouped}.${kept}`;
};

/** '2010-12-01' → '1 December 2010'. */
export const longDate = (isoDate: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${isoDate}T00:00:00Z`));

const NOT_STATED = 'NOT_STATED';
/** For a line: '20%'. */
export const shortTax = (taxCode: string, taxRate: string): string =>
  taxCode === NOT_STATED ? '–' : `${Number(taxRate)}%`;
/** For a total: 'VAT 20%'. */
export const longTax = (taxCode: string, taxRate: string): string =>
  taxCode === NOT_STATED ? 'Tax not stated' : `VAT ${Number(taxRate)}%`;
