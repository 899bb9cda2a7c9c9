import { z } from 'zod';

/** Where the company is; the parts that documents and electronic invoices name. */
export const companyAddress = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  city: z.string(),
  postcode: z.string(),
  country: z.string(),
});

/** What lines can be taxed at. `taxRate`: per cent as a decimal text, e.g. '20'. */
export const companyTaxRate = z.object({ taxCode: z.string(), taxRate: z.string(), description: z.string() });

/** The page of the company, whole. */
export const companyDetails = z.object({
  legalName: z.string(),
  address: companyAddress,
  vatNumber: z.string(),
  bankName: z.string(),
  /** As it is printed: 'Sort code 00-00-00 · Account 00000000'; may be empty. */
  bankAccount: z.string(),
  iban: z.string(),
  /** May be empty. */
  bic: z.string(),
  /** An IANA name; the business's days begin there. */
  timeZone: z.string(),
  taxRates: z.array(companyTaxRate),
  /** What the numbers of invoices and credit notes begin with: 'INV', 'CRN'. */
  invoiceSeries: z.string(),
  creditNoteSeries: z.string(),
});
export type CompanyDetails = z.output<typeof companyDetails>;
