import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { demoCompany } from '../company/demo-company.ts';
import { companyPage } from './company.ts';

it('shows the page as it is, and what every version changed', () => {
  const first = recorded('main', { type: 'CompanyChanged', data: demoCompany });
  const moved = { ...demoCompany, legalName: 'Waybill Ltd', bic: 'DEMOGB22' };
  const second = { ...recorded('main', { type: 'CompanyChanged', data: moved }), version: 2 };
  const row = companyPage.evolve(companyPage.evolve(undefined, first, 'main'), second, 'main');
  expect(row).toMatchObject({
    id: 'main',
    version: 2,
    details: { legalName: 'Waybill Ltd' },
    versions: [
      { version: 2, changes: ['legalName', 'bic'] },
      { version: 1, changes: Object.keys(demoCompany) },
    ],
  });
});
