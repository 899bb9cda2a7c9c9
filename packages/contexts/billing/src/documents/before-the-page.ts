import { UNKNOWN } from '@waybill/engine';

/** What documents did not say before the company had a page. There was one time zone, and no VAT id of buyers. */
export const beforeThePage = { companyVersion: UNKNOWN, timeZone: 'Europe/London', buyerVatId: null } as const;
