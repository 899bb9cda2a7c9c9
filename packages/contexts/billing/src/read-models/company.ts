import { isDeepStrictEqual } from 'node:util';
import { type Actor, defineProjection } from '@waybill/engine';
import { type CompanyDetails, companyDetails } from '../company/details.ts';
import { companyEvents } from '../company/events.ts';

/** A version of the page: who saved it, when, and what it changed. */
export interface CompanyVersion {
  readonly version: number;
  readonly at: string;
  readonly by: Actor;
  /** Names of fields; all of them in the first version. */
  readonly changes: readonly string[];
}

/** The one row of billing.company. */
export interface CompanyRow {
  readonly id: string;
  readonly version: number;
  readonly details: CompanyDetails;
  /** The latest first. */
  readonly versions: readonly CompanyVersion[];
  readonly updatedAt: string;
}

const differ = (before: CompanyDetails | undefined, after: CompanyDetails): string[] =>
  companyDetails.keyof().options.filter((name) => !isDeepStrictEqual(before?.[name], after[name]));

/** The page of the company as it is now, with its versions. */
export const companyPage = defineProjection({
  name: 'billing.company',
  version: 1,
  events: [companyEvents.CompanyChanged],
  table: { schema: 'billing', name: 'company', key: 'id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (before: CompanyRow | undefined, { id, version, data, actor, recordedAt }): CompanyRow => {
    const at = recordedAt.toISOString();
    const saved = { version, at, by: actor, changes: differ(before?.details, data) };
    return { id, version, details: data, versions: [saved, ...(before?.versions ?? [])], updatedAt: at };
  },
});
