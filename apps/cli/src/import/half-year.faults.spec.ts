import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../../scripts/lib/bundle.mjs';
import { ROOT } from '../../../../scripts/lib/paths.mjs';
import { type RetailFile, readRetailFile } from './testing/read-retail-file.ts';

/** The half year from December 2010 to May 2011 of the Online Retail data set: too large to be carried along. */
const FILE = process.env.ONLINE_RETAIL_FILE ?? '';
const MAIN = join(ROOT, 'apps', 'cli', 'dist', 'main.mjs');
const HOURS = 3_600_000;

let database: TestDatabase;
let file: RetailFile;
const started: ChildProcess[] = [];

const all = async (sql: string) => (await database.pool.query(sql)).rows;
const count = async (table: string): Promise<number> => Number((await all(`select count(*) from ${table}`))[0].count);
/** Pairs of a key and minor units. */
const pairs = async (sql: string) => (await all(sql)).map(({ key, pennies }) => [key, Number(pennies)]);

/** MB that a process holds; undefined once it is gone. */
const memoryOf = ({ pid }: ChildProcess): number | undefined => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return undefined;
  }
};

/** The real command line, in a process of its own with a small heap, watched while it runs. */
const startImport = () => {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    WAYBILL_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const args = ['--max-old-space-size=512', MAIN, 'import', FILE];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const out: string[] = [];
  const memory: number[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => out.push(String(chunk)));
  const watching = setInterval(() => memory.push(memoryOf(child) ?? 0), 5_000);
  const ended = once(child, 'close').then(([code]) => {
    clearInterval(watching);
    return { code: code as number | null, text: out.join(''), memory };
  });
  return { child, ended };
};

beforeAll(async () => {
  if (FILE === '') return;
  await bundle('cli');
  database = await testDatabase();
  file = await readRetailFile(FILE);
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database?.drop();
});

const goesThrough = async () => {
  const began = Date.now();
  const first = startImport();
  await eventually(async () => (await count('sales.orders')) > 2_000, { within: HOURS });
  first.child.kill('SIGKILL');
  await first.ended;
  const { code, text, memory } = await startImport().ended;
  process.stdout.write(`${text}\n${Math.round((Date.now() - began) / 1000)} s; at most ${Math.max(...memory)} MB\n`);
  expect(code, text).toBe(0);
  expect(await count('sales.orders')).toBe(8_125);
  for (const row of [
    /orders +placed and paid +8,125 +204,260 +4,050,965\.501\n/,
    /credits \(C…\) +all +1,649 +3,755 +−232,375\.89\n/,
    /fees, no sale +noted +30 +30 +−111,761\.97\n/,
    /stock adjustments +noted +979 +984 +0\.00\n/,
    /the file +10,783 +209,029 +3,706,827\.641\n/,
    /difference +0 +0 +0\.00\n/,
  ])
    expect(text).toMatch(row);
};

describe.skipIf(FILE === '')('the half year', () => {
  // A heap of 512 MB does not grow with the file: the command line would not get to its end in it.
  it('goes through whole, though it is killed on its way, in little memory', { timeout: 3 * HOURS }, goesThrough);

  it('is invoiced as the file says, by month and by country', async () => {
    const invoiced = (key: string) =>
      pairs(`select ${key} collate "C" as key, sum(invoiced) as pennies from reporting.revenue
        where invoices > 0 group by 1 order by 1`);
    expect(await invoiced(`to_char(day, 'YYYY-MM')`)).toEqual(file.ordersBy('month'));
    expect(await invoiced('country')).toEqual(file.ordersBy('country'));
  });

  it('gives back what the file gives back: credited, or waiting for a person', async () => {
    const month = `to_char(happened_at at time zone 'Europe/London', 'YYYY-MM')`;
    const credits = (sum: string) =>
      pairs(`select ${month} as key, sum(${sum}) as pennies from intake.messages
        where kind = 'CANCELLATION' group by 1 order by 1`);
    expect(await credits('matched + open')).toEqual(file.creditsBy('month'));
    expect(await credits('credited')).toEqual(
      await pairs(`select to_char(day, 'YYYY-MM') as key, sum(credited) as pennies from reporting.revenue
        group by 1 order by 1`),
    );
    const [open] = await all(`select count(*)::int as messages, count(a.anomaly_id)::int as told from intake.messages m
      left join intake.anomalies a on a.intake_id = m.intake_id and a.state = 'OPEN'
      where m.kind = 'CANCELLATION' and m.open_lines > 0`);
    expect(open.messages).toBeGreaterThan(0);
    expect(open.told).toBe(open.messages);
  });

  it('leaves books that agree, shelves that were never short, and nothing that hangs', async () => {
    expect(
      await pairs(
        `select currency as key, sum(balance + in_transit) as pennies from payments.trial_balance group by 1`,
      ),
    ).toEqual([['GBP', 0]]);
    expect(await all(`select 1 from inventory.reservations where status = 'WAITING'`)).toEqual([]);
    expect(await all('select 1 from inventory.stock_items where on_hand < reserved or on_hand < 0')).toEqual([]);
    expect([await count('es.dead_letters'), await count('es.outbox')]).toEqual([0, 0]);
    for (const documents of ['billing.invoices', 'billing.credit_notes']) {
      const series = await all(`select count(*)::int, max(substring(number, '\\d+$')::int) as last from ${documents}
        group by regexp_replace(number, '\\d+$', '') order by 1`);
      expect(series.map((of) => of.count)).toEqual(series.map(({ last }) => last));
    }
  });

  it('has nothing to do the second time', { timeout: HOURS }, async () => {
    const before = await count('es.events');
    const { code, text } = await startImport().ended;
    expect([code, text]).toEqual([0, expect.stringContaining('Nothing changed: 0 new events')]);
    expect(await count('es.events')).toBe(before);
  });
});
