import { companyEvents } from '@waybill/billing/contract';
import { defineProjection } from '@waybill/engine';

/** The one row of reporting.company_zone. */
export interface CompanyZoneRow {
  readonly id: string;
  /** An IANA name. */
  readonly timeZone: string;
}

/** Where the business's days begin, as the company's page says. */
export const companyZone = defineProjection({
  name: 'reporting.company_zone',
  version: 1,
  events: [companyEvents.CompanyChanged],
  table: { schema: 'reporting', name: 'company_zone', key: 'id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (_row: CompanyZoneRow | undefined, { id, data: { timeZone } }): CompanyZoneRow => ({ id, timeZone }),
});
