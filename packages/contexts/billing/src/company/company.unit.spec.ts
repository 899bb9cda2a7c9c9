import { context, specOf } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { companyCommands } from './commands.ts';
import { Company } from './company.ts';
import { demoCompany } from './demo-company.ts';
import { issuerOf } from './issuer.ts';

const company = specOf(Company, expect);
const { ChangeCompany } = companyCommands;
const wish = { companyId: 'main' as const, ...demoCompany };
const filledIn = { type: 'CompanyChanged', data: demoCompany } as const;

it('is filled in, and changed as a whole', () => {
  company.given().when(ChangeCompany, wish).then(filledIn);
  const moved = { ...demoCompany, legalName: 'Waybill Ltd' };
  company
    .given(filledIn)
    .when(ChangeCompany, { ...wish, ...moved })
    .then({ type: 'CompanyChanged', data: moved });
});

it('stays at its version where nothing is changed', () => company.given(filledIn).when(ChangeCompany, wish).then());

it.each([
  ['legalName', { legalName: ' ' }],
  ['address.country', { address: { ...demoCompany.address, country: 'Atlantis' } }],
  ['vatNumber', { vatNumber: '123' }],
  ['iban', { iban: 'my bank' }],
  ['bic', { bic: 'X' }],
  ['timeZone', { timeZone: 'Europe/Atlantis' }],
  ['taxRates', { taxRates: [] }],
  ['taxRates.1', { taxRates: [0, 1].map(() => ({ taxCode: 'A', taxRate: '20', description: '' })) }],
  ['taxRates.0', { taxRates: [{ taxCode: 'A', taxRate: '101', description: '' }] }],
  ['invoiceSeries', { invoiceSeries: 'HIST' }],
  ['creditNoteSeries', { creditNoteSeries: 'INV' }],
])('is refused with the field that is not valid: %s', (field, change) => {
  const refused = Company.decide('ChangeCompany', { ...wish, ...change }, null, context);
  expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'CompanyDetailsInvalid', details: { field } } });
});

it('says on documents what it says on its page', () => {
  expect(issuerOf({ ...demoCompany, bic: 'DEMOGB22' }, 3)).toMatchObject({
    version: 3,
    seller: {
      addressLines: ['14 Wharf Road', 'London N1 7RW', 'United Kingdom'],
      bank: 'Demo Bank · Sort code 00-00-00 · Account 00000000 · IBAN GB00 DEMO 0000 0000 0000 00 · BIC DEMOGB22',
    },
  });
});
