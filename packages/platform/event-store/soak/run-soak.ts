import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '@waybill/db';
import { newId } from '@waybill/kernel';
import type { Pool } from 'pg';
import { createEventStore } from '../src/create-event-store.ts';
import { type Faults, makeTrouble } from './faults.ts';
import { createLedger } from './ledger.ts';
import { seeded } from './random.ts';
import { byBareCursor, byFeed, createReader } from './readers.ts';
import { judgeLog, judgeReader, type LogVerdict, type ReaderVerdict } from './verdict.ts';
import { type Writing, writeByHand, writeByStore } from './writers.ts';

export interface SoakOptions {
  /** The application's role; a database of its own. */
  readonly url: string;
  /** A role that may cut the connections of the others. */
  readonly troubleUrl: string;
  readonly seconds: number;
  readonly seed: number;
  readonly writers?: number;
  readonly restart?: { readonly everyMs: number; readonly run: () => Promise<void> };
}

export interface SoakReport {
  readonly seed: number;
  readonly commits: number;
  readonly rollbacks: number;
  /** Writes whose connection broke before their answer. */
  readonly unknown: number;
  readonly faults: Faults;
  readonly log: LogVerdict;
  /** By the fence: these must lose nothing. */
  readonly readers: readonly ReaderVerdict[];
  /** By a bare cursor: this must be caught losing, or the soak proves nothing. */
  readonly control: ReaderVerdict;
}

const RARE = ['Rare'];

/** Many writers, held transactions, rollbacks, cut connections, a restarted server; readers that must miss nothing. */
export const runSoak = async ({
  url,
  troubleUrl,
  seconds,
  seed,
  writers = 16,
  restart,
}: SoakOptions): Promise<SoakReport> => {
  const until = Date.now() + seconds * 1_000;
  const running = () => Date.now() < until;
  const [pool, readPool] = [
    createPool(url, { name: 'soak-store', max: 8 }),
    createPool(url, { name: 'soak-reader', max: 6 }),
  ];
  const troublePool = createPool(troubleUrl, { name: 'soak-trouble', max: 1 });
  const [store, otherStore, readStore] = [createEventStore(pool), createEventStore(pool), createEventStore(readPool)];
  const ledger = createLedger();
  const streams: Writing['streams'] = [`order-${newId()}`, ...Array.from({ length: 63 }, () => `order-${newId()}`)];
  const writing = { url, ledger, streams, running };

  const readers = [createReader('feed', byFeed(readStore)), createReader('feed again', byFeed(readStore))];
  const rare = createReader('feed of rare events', byFeed(readStore, RARE));
  const control = createReader('bare cursor (control)', byBareCursor(readPool));
  let writingOver = false;
  const reading = [...readers, rare, control].map((reader, n) =>
    reader.run(() => !writingOver, seeded(seed + 1_000 + n)),
  );
  const troubling = makeTrouble(troublePool, running, seeded(seed + 2_000), restart);
  await Promise.all(
    Array.from({ length: writers }, (_, n) => {
      const random = seeded(seed + n);
      return n % 2 === 0
        ? writeByHand(writing, random)
        : writeByStore(n % 4 === 1 ? store : otherStore, writing, random);
    }),
  );
  const faults = await troubling;
  await untilQuiet(troublePool);
  writingOver = true;
  await Promise.all(reading);

  const report = {
    seed,
    ...ledger.counts,
    faults,
    log: await judgeLog(readPool, ledger),
    readers: [
      ...(await Promise.all(readers.map((reader) => judgeReader(readPool, reader)))),
      await judgeReader(readPool, rare, RARE),
    ],
    control: await judgeReader(readPool, control),
  };
  await Promise.all([pool, readPool, troublePool].map((each) => each.end()));
  return report;
};

/** Until the server has noticed that the last writer is gone: before that, a reader rightly waits at its fence. */
const untilQuiet = async (pool: Pool): Promise<void> => {
  const open =
    "select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
  while ((await pool.query(open).catch(() => ({ rowCount: 1 }))).rowCount !== 0) await pause(20);
};

/** Whether nothing was lost, doubled, disordered or invented, and the control was caught. */
export const holds = ({ log, readers, control }: SoakReport): boolean =>
  log.acknowledgedMissing + log.rolledBackPresent + log.brokenStreams === 0 &&
  readers.every(({ lost, doubled, disordered, invented }) => lost + doubled + disordered + invented === 0) &&
  control.lost > 0;
