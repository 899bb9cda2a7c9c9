import { expect, it } from 'vitest';
import { demoCompany } from './demo-company.ts';
import { companyTaxRates } from './tax-rates.ts';

const saved = (taxRates: object[], version: number) => ({
  type: 'CompanyChanged',
  data: { ...demoCompany, taxRates },
  version,
});

it('are those of the page as it was saved last, or the usual one before that', async () => {
  const [old, now] = [{ taxCode: 'STANDARD', taxRate: '17.5', description: '' }, demoCompany.taxRates];
  const rates = companyTaxRates(async () => [saved([old], 1), saved(now, 2)]);
  expect(await rates.list()).toEqual(now);
  expect(await companyTaxRates(async () => []).list()).toEqual([{ taxCode: 'STANDARD', taxRate: '20' }]);
});
