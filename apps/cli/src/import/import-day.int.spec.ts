import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type ImportReport, importFile } from '@waybill/intake/import';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../open-house.ts';
import { importPorts } from './import-ports.ts';
import { renderReport } from './render-report.ts';

const DAY = fileURLToPath(new URL('../../../../data/online-retail/2010-12-01.csv.gz', import.meta.url));
const LEFT_OPEN = 20;

/** One line as the file has it, in pennies: read here without a line of the importer's code. */
interface FileLine {
  readonly code: string;
  readonly quantity: number;
  readonly pennies: number;
  readonly country: string;
}
const fileOrders = (): Map<string, FileLine[]> => {
  const orders = new Map<string, FileLine[]>();
  const [, ...lines] = gunzipSync(readFileSync(DAY)).toString('utf8').trim().split('\n');
  for (const line of lines) {
    // From the right no field is quoted; from the left only the third, the description.
    const [document = '', code = ''] = line.split(',');
    const [quantity = '', , price = '', customer = '', country = ''] = line.split(',').slice(-5);
    const isCredit = document.startsWith('C');
    const isAdjustment = Number(price) === 0 && customer === '';
    if (isCredit || isAdjustment) continue;
    const pennies = Math.round(Number(price) * 100) * Number(quantity);
    orders.set(document, [
      ...(orders.get(document) ?? []),
      { code: code.toUpperCase(), quantity: Number(quantity), pennies, country },
    ]);
  }
  return orders;
};

/** Of the credits one belongs to an order of the same day: 6 pieces for £25.50, in the United Kingdom. */
const revenueOfFile = () => {
  const countries = new Map<string, number>();
  for (const { country, pennies } of [...fileOrders().values()].flat())
    countries.set(country, (countries.get(country) ?? 0) + pennies);
  return [...countries].sort().map(([country, invoiced]) => ({
    ...{ country, day: '2010-12-01', invoiced },
    credited: country === 'United Kingdom' ? 2550 : 0,
  }));
};

let database: TestDatabase;
let house: House;
let report: ImportReport;

const run = () => importFile(DAY, importPorts(house), { leaveOpen: LEFT_OPEN });
const one = async (sql: string, values: unknown[] = []) => (await house.pool.query(sql, values)).rows[0];
const counts = () =>
  one('select (select count(*) from es.events) as events, (select count(*) from es.commands) as commands');

beforeAll(async () => {
  database = await testDatabase();
  house = await openHouse({ databaseUrl: database.url, redisUrl: undefined, masterKey: Buffer.alloc(32, 7) });
  report = await run();
  await house.settled();
}, 300_000);
afterAll(async () => {
  await house.close();
  await database.drop();
});

describe('the day of 1 December 2010', () => {
  it('is in the table of orders, line by line', async () => {
    const { rows } = await house.pool.query(
      `select external_id, total::int, currency, channel, lines from sales.orders order by external_id`,
    );
    const inTable = rows.map(({ external_id, total, currency, channel, lines }) => [
      external_id,
      currency,
      channel,
      total,
      (lines as { sku: string; quantity: number; amount: number }[])
        .map(({ sku, quantity, amount }) => `${sku} × ${quantity} = ${amount}`)
        .sort(),
    ]);
    const inFile = [...fileOrders()]
      .sort()
      .map(([document, lines]) => [
        document,
        'GBP',
        'online-retail',
        lines.reduce((sum, { pennies }) => sum + pennies, 0),
        lines.map(({ code, quantity, pennies }) => `${code} × ${quantity} = ${pennies}`).sort(),
      ]);
    expect(inTable).toEqual(inFile);
  });

  it('is 127 orders of 3,072 lines and 58,960.79 pounds', async () => {
    expect(
      await one(
        `select count(*)::int as orders, sum(jsonb_array_length(lines))::int as lines, sum(total)::int as total from sales.orders`,
      ),
    ).toEqual({ orders: 127, lines: 3072, total: 5896079 });
  });

  it('ends delivered, but for the latest orders, which wait for the warehouse', async () => {
    const { rows } = await house.pool.query(
      `select order_status, payment_status, delivery_status, count(*)::int from reporting.order_board
       group by 1, 2, 3 order by count(*)`,
    );
    expect(rows).toEqual([
      { order_status: 'CONFIRMED', payment_status: 'PAID', delivery_status: 'SCHEDULED', count: LEFT_OPEN },
      { order_status: 'COMPLETED', payment_status: 'PAID', delivery_status: 'DELIVERED', count: 127 - LEFT_OPEN },
    ]);
    const { rows: open } = await house.pool.query(
      `select external_id from reporting.order_board where order_status = 'CONFIRMED' order by placed_at, external_id`,
    );
    const { rows: latest } = await house.pool.query(
      `select external_id from (select external_id, placed_at from reporting.order_board
       order by placed_at desc, external_id desc limit ${LEFT_OPEN}) as last order by placed_at, external_id`,
    );
    expect(open).toEqual(latest);
  });

  it('is invoiced in full, once per order, with numbers that have no gap', async () => {
    const { rows } = await house.pool.query(
      'select number, total::int, order_id from billing.invoices order by number',
    );
    expect([rows.length, rows.reduce((sum, { total }) => sum + total, 0)]).toEqual([127, 5896079]);
    expect(new Set(rows.map(({ order_id }) => order_id)).size).toBe(127);
    expect(rows.map(({ number }) => Number(/(\d+)$/.exec(number)?.[1]))).toEqual(rows.map((_, index) => index + 1));
  });

  it('happened when the file says, in UK time, and is placed by the process that reads messages', async () => {
    const placed = await one(
      `select e.occurred_at, e.actor from es.events e where e.type = 'OrderPlaced' and e.data->>'externalId' = '536365'`,
    );
    expect(placed).toEqual({
      occurred_at: new Date('2010-12-01T08:26:00Z'),
      actor: { kind: 'process', id: 'intake.order', name: 'intake.order' },
    });
  });

  it('has a customer per number, and one counter sale per country', async () => {
    const { rows } = await house.pool.query(
      `select kind, count(*)::int, min(name) as name from customers.customers group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { kind: 'BUSINESS', count: 95, name: expect.stringMatching(/^Customer \d+$/) },
      { kind: 'COUNTER_SALE', count: 1, name: 'Counter sale' },
    ]);
  });

  it('was sold from shelves that held exactly what the day took, and never less than nothing', async () => {
    const sold = new Map<string, number>();
    for (const lines of fileOrders().values())
      for (const { code, quantity } of lines) sold.set(code, (sold.get(code) ?? 0) + quantity);
    for (const charge of ['POST', 'DOT', 'C2', 'M', 'D', 'S']) sold.delete(charge);
    const { rows } = await house.pool.query(
      `select data->>'sku' as sku, sum((data->>'quantity')::int)::int as pieces from es.events
       where type = 'StockReceived' group by 1`,
    );
    const opened = new Map(rows.map(({ sku, pieces }) => [sku, pieces]));
    expect([...sold].filter(([sku, pieces]) => pieces > 0 && opened.get(sku) === undefined)).toEqual([]);
    expect(await one(`select count(*)::int as waiting from inventory.reservations where status = 'WAITING'`)).toEqual({
      waiting: 0,
    });
    expect(await one('select min(on_hand - reserved)::int as least from inventory.stock_items')).toEqual({ least: 0 });
    // What was credited came back to the shelf.
    const { rows: back } = await house.pool.query(
      `select data->>'quantity' as pieces, data->>'disposition' as how from es.events where type = 'StockReturned'`,
    );
    expect(back).toEqual([{ pieces: '6', how: 'RESTOCK' }]);
  });

  it('credits what came back at the price of its cancellation, and pays it back', async () => {
    const { rows } = await house.pool.query(
      `select number, total::int, order_id is not null as of_order from billing.credit_notes order by number`,
    );
    expect(rows).toEqual([{ number: expect.stringMatching(/-000001$/), total: 2550, of_order: true }]);
    expect(await one(`select (data->>'amount')::int as amount from es.events where type = 'RefundCompleted'`)).toEqual({
      amount: 2550,
    });
    expect(
      await one(`select coalesce(sum(balance), 0)::int as balance, coalesce(sum(in_transit), 0)::int as transit
        from payments.trial_balance`),
    ).toEqual({ balance: 0, transit: 0 });
  });

  it('is revenue of its countries, on that day', async () => {
    const { rows } = await house.pool.query(
      `select country, day::text, invoiced::int, credited::int from reporting.revenue order by country`,
    );
    expect(rows).toEqual(revenueOfFile());
  });

  it('is reported so that it adds up to the file', () => {
    expect(report.problems).toEqual([]);
    expect([report.delivered, report.leftOpen]).toEqual([107, 20]);
    expect(renderReport(report)).toContain(`
orders             placed and paid          127  3,072  58,960.79
credits (C…)       credited                   1      1     −25.50
credits (C…)       wait for a person          5     25    −299.73
credits (C…)       all                        6     26    −325.23
stock adjustments  noted                     10     10       0.00
the file                                    143  3,108  58,635.56
difference                                    0      0       0.00
`);
  });

  it('changes nothing the second time, and says so', async () => {
    const before = await counts();
    const again = await run();
    await house.settled();
    expect(await counts()).toEqual(before);
    expect([again.newEvents, again.newProducts, again.problems]).toEqual([0, 0, []]);
    expect(renderReport(again)).toContain('Nothing changed: 0 new events');
  });
});
