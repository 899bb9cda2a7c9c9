import { z } from 'zod';
import type { CompanyPartsFragment } from '../../graphql/generated/documents.ts';
import { company as texts } from '../../texts/company.ts';

const filled = z.string().trim().min(1, texts.missing);
const series = z
  .string()
  .trim()
  .regex(/^[A-GI-Z][A-Z]{1,7}$/, texts.seriesWrong);
const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
};

/** The form of the page: what can be seen to be wrong without asking. */
export const companyForm = z
  .object({
    legalName: filled,
    vatNumber: z
      .string()
      .trim()
      .regex(/^[A-Z]{2}[A-Z0-9 ]{2,18}$/, texts.vatWrong),
    line1: filled,
    line2: z.string().trim(),
    postcode: filled,
    city: filled,
    country: filled,
    bankName: filled,
    bankAccount: z.string().trim(),
    iban: z
      .string()
      .trim()
      .regex(/^[A-Z]{2}\d{2}[A-Z0-9 ]{10,40}$/, texts.ibanWrong),
    bic: z
      .string()
      .trim()
      .regex(/^([A-Z0-9]{8}([A-Z0-9]{3})?)?$/, texts.bicWrong),
    timeZone: z.string().trim().refine(isTimeZone, texts.zoneWrong),
    invoiceSeries: series,
    creditNoteSeries: series,
    taxRates: z.array(
      z.object({
        taxCode: filled,
        taxRate: z
          .string()
          .trim()
          .regex(/^(100|\d{1,2}(\.\d{1,3})?)$/, texts.rateWrong),
        description: z.string().trim(),
      }),
    ),
  })
  .refine(({ invoiceSeries, creditNoteSeries }) => invoiceSeries !== creditNoteSeries, {
    path: ['creditNoteSeries'],
    message: texts.seriesSame,
  });
export type CompanyForm = z.infer<typeof companyForm>;

/** The fields as they stand on the page; a company that is not there yet begins with the usual rates. */
export const valuesOf = (company: CompanyPartsFragment | null): CompanyForm => ({
  legalName: company?.legalName ?? '',
  vatNumber: company?.vatNumber ?? '',
  line1: company?.address?.line1 ?? '',
  line2: company?.address?.line2 ?? '',
  postcode: company?.address?.postcode ?? '',
  city: company?.address?.city ?? '',
  country: company?.address?.country ?? '',
  bankName: company?.bankName ?? '',
  bankAccount: company?.bankAccount ?? '',
  iban: company?.iban ?? '',
  bic: company?.bic ?? '',
  timeZone: company?.timeZone ?? 'Europe/London',
  invoiceSeries: company?.invoiceSeries ?? 'INV',
  creditNoteSeries: company?.creditNoteSeries ?? 'CRN',
  taxRates: company
    ? company.taxRates.map(({ taxCode, taxRate, description }) => ({ taxCode, taxRate, description }))
    : [{ taxCode: 'STANDARD', taxRate: '20', description: 'Standard rate' }],
});

/** What the command takes. */
export const inputOf = (
  { line1, line2, postcode, city, country, ...values }: CompanyForm,
  expectedVersion: number,
) => ({
  ...values,
  address: { line1, ...(line2 === '' ? {} : { line2 }), postcode, city, country },
  expectedVersion,
});
