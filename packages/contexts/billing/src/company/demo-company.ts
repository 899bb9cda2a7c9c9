import type { CompanyDetails } from './details.ts';

/** The company of the demo. The installation fills the page in with it. */
export const demoCompany: CompanyDetails = {
  legalName: 'Waybill Demo Trading Ltd',
  address: { line1: '14 Wharf Road', city: 'London', postcode: 'N1 7RW', country: 'United Kingdom' },
  vatNumber: 'GB 000 0000 00',
  bankName: 'Demo Bank',
  bankAccount: 'Sort code 00-00-00 · Account 00000000',
  iban: 'GB00 DEMO 0000 0000 0000 00',
  bic: '',
  timeZone: 'Europe/London',
  taxRates: [
    { taxCode: 'STANDARD', taxRate: '20', description: 'Standard rate' },
    { taxCode: 'REDUCED', taxRate: '5', description: 'Reduced rate' },
    { taxCode: 'ZERO', taxRate: '0', description: 'Zero rate' },
  ],
  invoiceSeries: 'INV',
  creditNoteSeries: 'CRN',
};
