import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotOnlineRetail, readRows } from './read-rows.ts';
import { isMalformed, type MalformedRow, type Row } from './row.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const GOOD = '536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'online-retail-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (content: string | Buffer, name = 'file.csv'): Promise<(Row | MalformedRow)[]> => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const rows: (Row | MalformedRow)[] = [];
  for await (const row of readRows(path)) rows.push(row);
  return rows;
};
const reasonOf = async (line: string): Promise<string | undefined> => {
  const [row] = await read(`${HEADER}\n${line}\n`);
  return row && isMalformed(row) ? row.reason : undefined;
};

describe('a file in the Online Retail format', () => {
  it('is read row by row, with the line that each stands on', async () => {
    expect(await read(`${HEADER}\n${GOOD}\n`)).toEqual([
      {
        line: 2,
        document: '536365',
        code: '85123A',
        description: 'WHITE HANGING HEART T-LIGHT HOLDER',
        quantity: 6,
        unitPrice: '2.55',
        localTime: '2010-12-01 08:26:00',
        customer: '17850',
        country: 'United Kingdom',
      },
    ]);
  });

  it('reads the same from a .gz, from Windows, with a mark at the start, an empty line, and no line end at the end', async () => {
    const plain = await read(`${HEADER}\n${GOOD}`);
    expect(await read(gzipSync(`${HEADER}\n${GOOD}\n`), 'file.csv.gz')).toEqual(plain);
    expect(await read(`\ufeff${HEADER}\r\n${GOOD}\r\n\r\n`)).toEqual(plain);
  });

  it('follows the header, not the order of the columns', async () => {
    const [row] = await read(
      `Country,InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Description\nEIRE,1234,post,1,2010-12-01 08:26,18,,P\n`,
    );
    expect(row).toMatchObject({ document: '1234', code: 'POST', unitPrice: '18.00', customer: null, country: 'EIRE' });
  });

  it('reads quoted fields', async () => {
    const [row] = await read(`${HEADER}\n536365,22,"A ""BIG"", RED BAG",1,2010-12-01 08:26:00,2.5,17850.0,EIRE\n`);
    expect(row).toMatchObject({ description: 'A "BIG", RED BAG', unitPrice: '2.50' });
  });

  it('upper-cases numbers and codes, and keeps the third decimal of a price', async () => {
    const [row] = await read(`${HEADER}\nc536365,gift_0001_20,,-1,2010-12-01 08:26:00,0.001,,EIRE\n`);
    expect(row).toMatchObject({ document: 'C536365', code: 'GIFT_0001_20', unitPrice: '0.001', quantity: -1 });
  });

  it('throws for another file, an empty one, and one that is not there', async () => {
    await expect(read('a,b,c\n1,2,3\n')).rejects.toThrow(NotOnlineRetail);
    await expect(read('a,b,c\n')).rejects.toThrow(/begins with the line InvoiceNo,StockCode/);
    await expect(read('')).rejects.toThrow(/is empty/);
    await expect(readRows(join(folder, 'none.csv.gz')).next()).rejects.toThrow(/ENOENT/);
  });

  it('throws for a damaged .gz instead of ending early', async () => {
    const whole = gzipSync(`${HEADER}\n${`${GOOD}\n`.repeat(100)}`);
    await expect(read(whole.subarray(0, whole.length - 20), 'cut.csv.gz')).rejects.toThrow(/unexpected end of file/);
  });
});

describe('a malformed row', () => {
  it.each([
    ['536365,A,B,6,2010-12-01 08:26:00,2.55,17850.0', 'it has 7 columns where the header has 8'],
    ['536365,A,B, and C,6,2010-12-01 08:26:00,2.55,17850.0,EIRE', 'it has 9 columns where the header has 8'],
    [',A,B,6,2010-12-01 08:26:00,2.55,17850.0,EIRE', 'InvoiceNo is empty; give the number of the document'],
    ['1,,B,6,2010-12-01 08:26:00,2.55,17850.0,EIRE', 'StockCode is empty; give the code of the product or charge'],
    ['1,A,B,1.5,2010-12-01 08:26:00,2.55,17850.0,EIRE', "Quantity '1.5' is no whole number"],
    ['1,A,B,six,2010-12-01 08:26:00,2.55,17850.0,EIRE', "Quantity 'six' is no whole number"],
    ['1,A,B,,2010-12-01 08:26:00,2.55,17850.0,EIRE', "Quantity '' is no whole number"],
    ['1,A,B,1,2010-12-01 08:26:00,2;55,17850.0,EIRE', "UnitPrice '2;55' is no decimal number such as 2.55"],
    ['1,A,B,1,2010-12-01 08:26:00,1e5,17850.0,EIRE', "UnitPrice '1e5' is no decimal number such as 2.55"],
    [
      '1,A,B,1,2010-02-30 08:26:00,1,17850.0,EIRE',
      "InvoiceDate '2010-02-30 08:26:00' is no time such as 2010-12-01 08:26:00",
    ],
    ['1,A,B,1,1/12/2010 8:26,1,17850.0,EIRE', "InvoiceDate '1/12/2010 8:26' is no time such as 2010-12-01 08:26:00"],
    ['1,A,B,1,2010-12-01 08:26:00,1,AB12,EIRE', "CustomerID 'AB12' is neither empty nor a number such as 17850"],
    ['1,A,B,1,2010-12-01 08:26:00,1,17850.0,', 'Country is empty; give the name of the country'],
    ['1,A,B\u0000,1,2010-12-01 08:26:00,1,1,EIRE', 'it holds bytes that are not UTF-8 text; save the file as UTF-8'],
  ])('%s: %s', async (line, reason) => {
    expect(await reasonOf(line)).toBe(reason);
  });

  it('is known by bytes that are no UTF-8', async () => {
    const latin1 = Buffer.from(`${HEADER}\n1,A,CAF\xc9 \xa35,1,2010-12-01 08:26:00,1,1,EIRE\n`, 'latin1');
    expect(await read(latin1)).toMatchObject([{ line: 2, reason: expect.stringContaining('UTF-8') }]);
  });

  it('keeps its line, its text, its document and its amount, and takes no other row with it', async () => {
    const open = '536366,22633,"HAND WARMER,6,2010-12-01 08:28:00,1.85,17850.0,United Kingdom';
    const dateless = '536367,22633,HAND WARMER,6,yesterday,1.85,17850.0,United Kingdom';
    const rows = await read(`${HEADER}\n${GOOD}\n${open}\n${dateless}\n${GOOD}\n`);
    expect(rows.map((row) => [row.line, row.document, isMalformed(row) && [row.text, row.amount.toString()]])).toEqual([
      [2, '536365', false],
      [3, '536366', [open, '0']],
      [4, '536367', [dateless, '11.1']],
      [5, '536365', false],
    ]);
  });
});
