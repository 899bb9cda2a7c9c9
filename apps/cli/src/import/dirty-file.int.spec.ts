import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '@waybill/intake/import';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../open-house.ts';
import { importPorts } from './import-ports.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const GOOD = '536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom';
const HALF = '536366,22633,WARMER,6,2010-12-01 08:28:00,1.85,17850.0,United Kingdom';
const BROKEN = '536366,22632,WARMER,six,2010-12-01 08:28:00,1.85,17850.0,United Kingdom';
const MENDED = BROKEN.replace('six', '6');
const HUGE = '536367,22632,WARMER,1000000000,2010-12-01 08:34:00,1.85,17850.0,United Kingdom';
const UNKNOWN = 'A563185,B,Adjust bad debt,1,2010-12-01 14:50:00,-11062.06,,United Kingdom';

let folder: string;
let database: TestDatabase;
let house: House;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dirty-'));
  database = await testDatabase();
  house = await openHouse({ databaseUrl: database.url, redisUrl: undefined, masterKey: Buffer.alloc(32, 7) });
});
afterAll(async () => {
  await house.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const run = (...lines: string[]) => {
  const path = join(folder, 'file.csv');
  writeFileSync(path, [HEADER, ...lines].join('\n'));
  return importFile(path, importPorts(house), { leaveOpen: 0 });
};
const all = async (sql: string) => (await house.pool.query(sql)).rows;
const rejected = () =>
  all(`select type, error->>'code' as code, error->'details' as details, actor->>'kind' as by from es.commands
       where outcome = 'rejected' order by (error->'details'->>'line')::int, type`);

describe('a file with faults', () => {
  it('keeps each malformed row as a refused command with line and reason, and takes the good documents', async () => {
    const report = await run(GOOD, HALF, BROKEN, HUGE, UNKNOWN, 'not,a,row');
    expect(report.problems.map(({ document, what }) => [document, what]).sort()).toEqual([
      [null, 'MALFORMED'],
      ['536366', 'MALFORMED'],
      ['536367', 'REFUSED'],
      ['A563185', 'PARKED'],
    ]);
    expect(report.balance.difference.lines).toBe(0);
    expect((await rejected()).filter(({ code }) => code === 'MalformedRow')).toEqual([
      {
        type: 'ReceiveDocument',
        code: 'MalformedRow',
        details: { line: 4, reason: "Quantity 'six' is no whole number" },
        by: 'import',
      },
      {
        type: 'ReceiveDocument',
        code: 'MalformedRow',
        details: { line: 7, reason: 'it has 3 columns where the header has 8' },
        by: 'import',
      },
    ]);
    expect(
      await all(`select data->>'externalId' as document, data->>'reason' as reason, (data->>'amount')::int as amount
      from es.events where type = 'DocumentParked'`),
    ).toEqual([{ document: 'A563185', reason: "its number has an unknown prefix 'A'", amount: -1106206 }]);
    expect(await all(`select data->>'externalId' as document from es.events where type = 'OrderPlaced'`)).toEqual([
      { document: '536365' },
    ]);
  });

  it('takes a document whole once its row is mended, and nothing twice', async () => {
    const report = await run(GOOD, HALF, MENDED, UNKNOWN);
    expect([report.balance.fates.POSTED.documents, report.problems.length]).toEqual([2, 1]);
    expect(
      await all(`select data->>'externalId' as document, (data->>'lineCount')::int as lines, count(*)::int from es.events
        where type = 'OrderPlaced' group by 1, 2 order by 1`),
    ).toEqual([
      { document: '536365', lines: 1, count: 1 },
      { document: '536366', lines: 2, count: 1 },
    ]);
  });

  it('does not take a document that says something else than it did before', async () => {
    const report = await run(GOOD.replace(',6,', ',7,'));
    expect(report.problems).toEqual([
      { document: '536365', what: 'REFUSED', reason: expect.stringMatching(/^IdempotencyConflict: /) },
    ]);
    expect(await all(`select total::int from sales.orders where external_id = '536365'`)).toEqual([{ total: 1530 }]);
  });
});
