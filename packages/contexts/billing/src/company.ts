import type { Seller } from './documents/seller.ts';

/** Who sells, and where the business's days begin. An invoice captures it as it is when it is issued. */
export const company = {
  timeZone: 'Europe/London',
  seller: {
    legalName: 'Waybill Demo Trading Ltd',
    addressLines: ['14 Wharf Road', 'London N1 7RW', 'United Kingdom'],
    address: { line1: '14 Wharf Road', city: 'London', postcode: 'N1 7RW', country: 'United Kingdom' },
    vatNumber: 'GB 000 0000 00',
    bank: 'Demo Bank · Sort code 00-00-00 · Account 00000000 · IBAN GB00 DEMO 0000 0000 0000 00',
    iban: 'GB00 DEMO 0000 0000 0000 00',
  },
} satisfies { readonly timeZone: string; readonly seller: Seller };
