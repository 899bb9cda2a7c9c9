import type { CompanyDetails } from './details.ts';
import { type History, readCompany } from './read-issuer.ts';

type TaxRate = Pick<CompanyDetails['taxRates'][number], 'taxCode' | 'taxRate'>;
export interface CompanyTaxRates {
  /** What lines can be taxed at, the usual one first. */
  list(): Promise<readonly [TaxRate, ...TaxRate[]]>;
}

/** What was taken before the company had a page. */
const USUAL: TaxRate = { taxCode: 'STANDARD', taxRate: '20' };

/** The tax rates on the company's page, as it is now. */
export const companyTaxRates = (history: History): CompanyTaxRates => ({
  async list() {
    const [usual = USUAL, ...others] = (await readCompany(history))?.data.taxRates ?? [];
    return [usual, ...others];
  },
});
