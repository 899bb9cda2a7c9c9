import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually, type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../../scripts/lib/bundle.mjs';
import { ROOT } from '../../../../scripts/lib/paths.mjs';

const DAY = join(ROOT, 'data', 'online-retail', '2010-12-01.csv.gz');
const MAIN = join(ROOT, 'apps', 'cli', 'dist', 'main.mjs');

let database: TestDatabase;
const started: ChildProcess[] = [];

beforeAll(async () => {
  await bundle('cli');
  database = await testDatabase();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await database.drop();
});

/** The real command line, in a process of its own. */
const startImport = (...args: string[]) => startOn(database.url, ...args);
const startOn = (databaseUrl: string, ...args: string[]) => {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    WAYBILL_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const child = spawn(process.execPath, [MAIN, 'import', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const out: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => out.push(String(chunk)));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal,
    text: out.join(''),
  }));
  return { child, ended };
};
const count = async (sql: string): Promise<number> => Number((await database.pool.query(sql)).rows[0].count);
const PLACED = `select count(*) from es.events where type = 'OrderPlaced'`;

describe('an import that is killed on its way', () => {
  it('goes on where it was, and ends as if nothing had happened', async () => {
    const { child, ended } = startImport(DAY);
    await eventually(async () => (await count(PLACED)) >= 20, { within: 60_000 });
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    expect(await count(PLACED)).toBeLessThanOrEqual(127);

    const second = await startImport(DAY).ended;
    expect([second.code, second.text]).toEqual([0, expect.stringContaining('107 delivered, 20 left open')]);
    const { rows } = await database.pool.query(
      `select count(*)::int as orders, count(distinct external_id)::int as documents, sum(total)::int as total,
         sum(jsonb_array_length(lines))::int as lines from sales.orders`,
    );
    expect(rows).toEqual([{ orders: 127, documents: 127, total: 5896079, lines: 3072 }]);
    expect(await count(PLACED)).toBe(127);
    expect(await count(`select count(*) from es.events where type = 'InvoiceIssued'`)).toBe(127);
    expect(await count(`select count(*) from es.events where type = 'DeliveryConfirmed'`)).toBe(107);
  }, 240_000);

  it('has nothing to do the third time', async () => {
    const third = await startImport(DAY).ended;
    expect([third.code, third.text]).toEqual([0, expect.stringContaining('Nothing changed: 0 new events')]);
  }, 120_000);

  it('says what is wrong with a file that it cannot read', async () => {
    const missing = await startImport('/no/such/file.csv').ended;
    expect([missing.code, missing.text]).toEqual([1, expect.stringContaining('There is no file /no/such/file.csv')]);
    const usage = await startImport('a.csv', 'b.csv').ended;
    expect([usage.code, usage.text]).toEqual([64, expect.stringContaining('Usage: npm run')]);
  });

  it('says in one line that no database answers, and what to do', async () => {
    const { code, text } = await startOn('postgres://waybill_app:secret@127.0.0.1:1/waybill', DAY).ended;
    expect([code, text.trim()]).toEqual([
      1,
      'The database at 127.0.0.1:1/waybill cannot be used (connect ECONNREFUSED 127.0.0.1:1). Start Waybill (npm start), or correct DATABASE_URL.',
    ]);
  });
});
