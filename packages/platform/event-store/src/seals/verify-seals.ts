import { numberTypes } from '@waybill/db';
import type { Pool } from 'pg';
import { createAudit } from './audit.ts';
import { explain } from './compare-events.ts';
import { eventRows } from './event-rows.ts';
import type { Finding } from './findings.ts';
import { nameRemoved } from './name-removed.ts';
import { readSealKeys } from './read-seal-keys.ts';
import { readNewest, readStoredSeals } from './read-seals.ts';
import { readStrays } from './read-strays.ts';
import { readTail, type Tail } from './read-tail.ts';
import type { Seal } from './seal.ts';
import { type PublicKey, publicKeyOf } from './seal-key.ts';
import type { SealedHead } from './sealed-head.ts';

export interface VerifyOptions {
  readonly pool: Pool;
  readonly watermark: () => Promise<number>;
  /** Keys known from outside the database; without any, whoever made a key and wrote it there is believed. */
  readonly trusted: readonly PublicKey[];
  /** Kept outside: the log must still have it in its chain. Its key is trusted. */
  readonly head?: SealedHead;
  readonly onProgress?: (events: number, of: number) => void;
}

export interface Verification {
  readonly intact: boolean;
  readonly findings: readonly Finding[];
  readonly seals: number;
  /** Rows that seals speak for. */
  readonly events: number;
  readonly sealedUpTo: number;
  readonly newest: Seal | undefined;
  /** What no seal speaks for yet. */
  readonly unsealed: Tail;
  /** Whether any key was known from outside. */
  readonly keyKnown: boolean;
  readonly seconds: number;
}

/** As many seals are read at once. */
const PAGE = 16;

/** Computes all of it again, from the rows: every leaf, every root, every signature, the chain, and what is not sealed. */
export const verifySeals = async ({ pool, watermark, head, ...options }: VerifyOptions): Promise<Verification> => {
  const started = performance.now();
  const until = await watermark();
  const newest = await readNewest(pool);
  const sealedUpTo = newest?.lastPosition ?? 0;
  const unsealed = await readTail(pool, sealedUpTo, until);
  const trusted = [...options.trusted, ...(head ? [publicKeyOf(Buffer.from(head.publicKey, 'base64'))] : [])];
  const keys = new Map([...(await readSealKeys(pool)), ...trusted.map((key) => [key.id, key] as const)]);
  const audit = createAudit({ rows: eventRows(pool, until), keys, trusted, head });

  const { onProgress = () => {} } = options;
  const of = await sealedEvents(pool);
  let seals = 0;
  let events = 0;
  for (let last = 0; newest && last < newest.number; ) {
    const page = await readStoredSeals(pool, last, { until: newest.number, limit: PAGE });
    for (const seal of page) {
      events += await audit.check(seal);
      onProgress(events, of);
    }
    seals += page.length;
    last = page.at(-1)?.number ?? newest.number;
  }
  const found = audit.end();
  const strays = (await readStrays(pool, sealedUpTo)).map((row) => ({ seal: 0, position: row.position, row }));
  const different = explain([...found.different, ...strays]);
  const findings = [...found.findings, ...(await nameRemoved(pool, different))];
  const seconds = (performance.now() - started) / 1000;
  const keyKnown = trusted.length > 0;
  return { intact: findings.length === 0, findings, seals, events, sealedUpTo, newest, unsealed, keyKnown, seconds };
};

const sealedEvents = async (pool: Pool): Promise<number> => {
  const text = 'select coalesce(sum(event_count), 0)::bigint as events from es.seals';
  return (await pool.query<{ events: number }>({ text, types: numberTypes })).rows[0]?.events ?? 0;
};
