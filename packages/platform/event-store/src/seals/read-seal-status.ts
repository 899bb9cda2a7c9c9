import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import type { Finding } from './findings.ts';
import { type ListedSeal, listSeals } from './list-seals.ts';
import { readTail, type Tail } from './read-tail.ts';

/** What a run of `npm run verify` said of the whole log. */
export interface RecordedVerification {
  readonly at: Date;
  readonly by: string;
  readonly intact: boolean;
  readonly seals: number;
  readonly events: number;
  readonly sealedUpTo: number;
  readonly unsealedEvents: number;
  readonly findingsCount: number;
  /** The first of them. */
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

export interface SealStatus {
  readonly newest: ListedSeal | undefined;
  readonly unsealed: Tail;
  readonly lastVerification: RecordedVerification | undefined;
}

const LAST = `
  select verified_at as at, verified_by as by, intact, seals, events, sealed_up_to as "sealedUpTo",
    unsealed_events as "unsealedEvents", findings_count as "findingsCount", findings, seconds
  from es.seal_verifications order by id desc limit 1`;

/** How far the log is sealed, up to a watermark, and what the last verification found. */
export const readSealStatus = async (pool: Pool, watermark: number): Promise<SealStatus> => {
  const [newest] = await listSeals(pool, { limit: 1, order: 'newest first' });
  const [unsealed, { rows }] = await Promise.all([
    readTail(pool, newest?.lastPosition ?? 0, watermark),
    pool.query<RecordedVerification>({ text: LAST, types: numberTypes }),
  ]);
  return { newest, unsealed, lastVerification: rows[0] };
};
