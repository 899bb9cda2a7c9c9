import { createPool } from '@waybill/db';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;

/** 20,000 orders, of which one in a hundred waits for money and one in two hundred for the warehouse. */
const MANY = `
  insert into reporting.order_board
  select n, 'ORD-2026-' || lpad(n::text, 6, '0'), 3, 'c' || n % 500, 'Customer ' || n % 500, 'United Kingdom', 'GBP', 'web',
    null, null, placed, null, placed, 2, 1000, 200, 1200,
    case when n % 100 < 2 then 'PLACED' else 'COMPLETED' end, case when n % 100 = 0 then 'REQUESTED' else 'PAID' end, 1200,
    'PAID', null, null, case when n % 200 = 1 then 'PACKED' else 'DELIVERED' end, null, null, null,
    'ord-2026-' || lpad(n::text, 6, '0') || ' customer ' || n % 500 || ' mug-' || n % 997,
    '{}', placed, n
  from generate_series(1, 20000) n, lateral (select now() - n * interval '1 minute' as placed)`;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(MANY);
  const owner = createPool(database.ownerUrl, { max: 1 });
  await owner.query('analyze reporting.order_board');
  await owner.end();
});
afterAll(() => database.drop());

/** The indexes a question is answered by, and whether it reads the whole table. */
const planOf = async (question: string): Promise<string[]> => {
  const { rows } = await database.pool.query(`explain (format json) ${question}`);
  const plan = JSON.stringify(rows[0]);
  expect(plan).not.toContain('Seq Scan');
  return [...plan.matchAll(/"Index Name":"(\w+)"/g)].map(([, name]) => name ?? '');
};
const NEWEST = 'order by listed_at desc, id desc limit 26';
const OPEN = `order_status in ('PLACED', 'CONFIRMED')`;
const UNPAID = `order_status in ('PLACED', 'CONFIRMED', 'HELD')`;

for (const [what, question, index] of [
  ['the newest orders', `select * from reporting.order_board ${NEWEST}`, 'order_board_by_time'],
  [
    'the page after an order',
    `select * from reporting.order_board where (listed_at, id) < (now() - interval '9 days', '7') ${NEWEST}`,
    'order_board_by_time',
  ],
  [
    "a customer's orders",
    `select * from reporting.order_board where customer_id = 'c7' ${NEWEST}`,
    'order_board_by_customer',
  ],
  [
    'what is to be collected',
    `select * from reporting.order_board
     where ${UNPAID} and payment_status in ('NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID', 'FAILED') ${NEWEST}`,
    'order_board_to_collect',
  ],
  [
    'what is to be shipped',
    `select * from reporting.order_board where (${OPEN} and payment_status in ('PAID')
     and delivery_status in ('NONE')) or (${OPEN} and delivery_status in ('SCHEDULED', 'PICKED', 'PACKED')) ${NEWEST}`,
    'order_board_to_ship',
  ],
  ['a search', `select * from reporting.order_board where search ilike '%mug-613%'`, 'order_board_by_search'],
  [
    'an order by its number',
    `select * from reporting.order_board where number = 'ORD-2026-000613'`,
    'order_board_by_number',
  ],
] as const)
  it(`finds ${what} without reading the rest`, async () => expect(await planOf(question)).toEqual([index]));
