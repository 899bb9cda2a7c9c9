import type { Pool } from 'pg';
import type { Verification } from './verify-seals.ts';

/** Findings that are kept whole; all are counted. */
const KEPT = 100;

const SQL = `
  insert into es.seal_verifications
    (verified_by, intact, seals, events, sealed_up_to, unsealed_events, findings_count, findings, seconds)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Keeps what a verification found, for people to see. */
export const recordVerification = async (pool: Pool, by: string, found: Verification): Promise<void> => {
  const { intact, seals, events, sealedUpTo, unsealed, findings, seconds } = found;
  const kept = JSON.stringify(findings.slice(0, KEPT));
  await pool.query(SQL, [by, intact, seals, events, sealedUpTo, unsealed.events, findings.length, kept, seconds]);
};
