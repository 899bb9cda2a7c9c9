import { countryCode } from '../electronic/country-code.ts';
import type { CompanyDetails } from './details.ts';

/** What is wrong with a page, and where. */
export interface CompanyFault {
  readonly field: string;
  readonly reason: string;
}

type Check = (details: CompanyDetails) => CompanyFault | undefined;

const fault = (field: string, is: boolean, reason: string): CompanyFault | undefined =>
  is ? { field, reason } : undefined;

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
};

/** Series that begin with H number documents of the past. */
const SERIES = /^[A-GI-Z][A-Z]{1,7}$/;
const SERIES_RULE = 'give 2 to 8 capital letters that do not begin with H, which is kept for documents of the past';
const RATE = /^(100|\d{1,2}(\.\d{1,3})?)$/;

const rateFault: Check = ({ taxRates }) => {
  const codes = taxRates.map(({ taxCode }) => taxCode.trim());
  const at = taxRates.findIndex(
    ({ taxCode, taxRate }, index) =>
      taxCode.trim() === '' || !RATE.test(taxRate) || codes.indexOf(taxCode.trim()) !== index,
  );
  return fault(
    `taxRates.${at}`,
    at >= 0,
    'give every rate a code of its own, and per cent as a decimal such as 20 or 17.5',
  );
};

const checks: readonly Check[] = [
  ({ legalName }) =>
    fault('legalName', legalName.trim() === '' || legalName.length > 200, 'give the name in the register'),
  ({ address }) => fault('address.line1', address.line1.trim() === '', 'give street and number'),
  ({ address }) => fault('address.city', address.city.trim() === '', 'give the city'),
  ({ address }) => fault('address.postcode', address.postcode.trim() === '', 'give the postcode'),
  ({ address }) =>
    fault(
      'address.country',
      countryCode(address.country) === undefined,
      'give the English name of a country, such as Ireland',
    ),
  ({ vatNumber }) =>
    fault(
      'vatNumber',
      !/^[A-Z]{2}[A-Z0-9 ]{2,18}$/.test(vatNumber),
      'give it with its country, such as GB 123 4567 89',
    ),
  ({ bankName }) => fault('bankName', bankName.trim() === '', 'give the name of the bank'),
  ({ iban }) =>
    fault('iban', !/^[A-Z]{2}\d{2}[A-Z0-9 ]{10,40}$/.test(iban), 'give an IBAN, such as GB00 DEMO 0000 0000 0000 00'),
  ({ bic }) =>
    fault(
      'bic',
      bic !== '' && !/^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(bic),
      'give 8 or 11 letters and digits, or leave it empty',
    ),
  ({ timeZone }) => fault('timeZone', !isTimeZone(timeZone), 'give a name such as Europe/London'),
  ({ taxRates }) => fault('taxRates', taxRates.length === 0, 'give one rate at least'),
  rateFault,
  ({ invoiceSeries }) => fault('invoiceSeries', !SERIES.test(invoiceSeries), SERIES_RULE),
  ({ creditNoteSeries }) => fault('creditNoteSeries', !SERIES.test(creditNoteSeries), SERIES_RULE),
  ({ invoiceSeries, creditNoteSeries }) =>
    fault('creditNoteSeries', invoiceSeries === creditNoteSeries, 'give credit notes a series of their own'),
];

/** The first thing that keeps a page from being saved; undefined where it can be. */
export const faultOf = (details: CompanyDetails): CompanyFault | undefined => {
  for (const check of checks) {
    const found = check(details);
    if (found) return found;
  }
  return undefined;
};
