import { z } from 'zod';
import { seller } from '../documents/seller.ts';
import type { CompanyDetails } from './details.ts';

/** The company as a document captures it, with the version of its page. */
export const issuer = z.object({
  version: z.number(),
  seller,
  timeZone: z.string(),
  invoiceSeries: z.string(),
  creditNoteSeries: z.string(),
});
export type Issuer = z.output<typeof issuer>;

/** What a version of the page says on documents. */
export const issuerOf = (details: CompanyDetails, version: number): Issuer => {
  const { legalName, address, vatNumber, bankName, bankAccount, iban, bic } = details;
  const { timeZone, invoiceSeries, creditNoteSeries } = details;
  const { line1, line2 = '', city, postcode, country } = address;
  const said = (parts: readonly string[]): string[] => parts.filter((part) => part !== '');
  return {
    version,
    timeZone,
    invoiceSeries,
    creditNoteSeries,
    seller: {
      legalName,
      addressLines: said([line1, line2, `${city} ${postcode}`, country]),
      address,
      vatNumber,
      bank: said([bankName, bankAccount, `IBAN ${iban}`, bic && `BIC ${bic}`]).join(' · '),
      iban,
    },
  };
};
