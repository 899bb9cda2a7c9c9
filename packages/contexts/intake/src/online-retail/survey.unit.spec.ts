import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { documentsIn, type Survey, surveyFile } from './survey.ts';

const DAY = fileURLToPath(new URL('../../../../../data/online-retail/2010-12-01.csv.gz', import.meta.url));
/** The whole half year, where the machine has it. */
const HALF_YEAR = process.env.ONLINE_RETAIL_FILE ?? '';

const table = ({ classes, index }: Survey) => ({
  ...Object.fromEntries(
    Object.entries(classes).map(([name, { documents, lines, amount }]) => [
      name,
      [documents, lines, amount.toString()],
    ]),
  ),
  FILE: [index.documents.size, index.lines, index.amount.toString()],
});
const nothing = [0, 0, '0'];

describe('the day that the project carries', () => {
  it('is 127 orders, 6 credits and 10 stock adjustments, and they are the file', async () => {
    expect(table(await surveyFile(DAY))).toEqual({
      ORDER: [127, 3072, '58960.79'],
      CREDIT: [6, 26, '-325.23'],
      NOT_A_SALE: nothing,
      STOCK_ADJUSTMENT: [10, 10, '0'],
      PARKED: nothing,
      MALFORMED: nothing,
      FILE: [143, 3108, '58635.56'],
    });
  });

  it('has its orders in time, and a product for every line of goods in them', async () => {
    const survey = await surveyFile(DAY);
    expect([survey.ordersWithGoods.length, survey.ordersWithGoods[0]]).toEqual([127, '536365']);
    expect(survey.products.get('85123A')).toEqual({
      sku: '85123A',
      name: 'WHITE HANGING HEART T-LIGHT HOLDER',
      unitPrice: '2.95',
    });
    expect(survey.products.has('POST')).toBe(false);
  });
});

describe.skipIf(HALF_YEAR === '')('the half year', () => {
  it('comes out by class, and the classes are the file', async () => {
    expect(table(await surveyFile(HALF_YEAR))).toEqual({
      ORDER: [8125, 204260, '4050965.501'],
      CREDIT: [1649, 3755, '-232375.89'],
      NOT_A_SALE: [30, 30, '-111761.97'],
      STOCK_ADJUSTMENT: [979, 984, '0'],
      PARKED: nothing,
      MALFORMED: nothing,
      FILE: [10783, 209029, '3706827.641'],
    });
  }, 60_000);

  it('has 34 documents that span two minutes', async () => {
    let spanning = 0;
    for await (const { rows } of documentsIn(await surveyFile(HALF_YEAR))) {
      if (new Set(rows.map(({ localTime }) => localTime)).size > 1) spanning += 1;
    }
    expect(spanning).toBe(34);
  }, 60_000);
});
