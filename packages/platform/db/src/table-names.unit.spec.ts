import { expect, it } from 'vitest';
import { withTables } from './table-names.ts';

const names = new Map([['sales.orders', 'sales.orders_g2']]);

it.each([
  [
    'select "sales"."orders"."id" from "sales"."orders" where "sales"."orders"."id" = $1',
    'select "sales"."orders_g2"."id" from "sales"."orders_g2" where "sales"."orders_g2"."id" = $1',
  ],
  ['select id from sales.orders where id = $1', 'select id from sales.orders_g2 where id = $1'],
  ['select id from sales.orders', 'select id from sales.orders_g2'],
  ['select sales.orders.id from sales.orders', 'select sales.orders_g2.id from sales.orders_g2'],
])('reads the rows where they are: %s', (sql, expected) => {
  expect(withTables(sql, names)).toBe(expected);
});

it.each([
  `select position from es.checkpoints where consumer = 'sales.orders'`,
  'select "sales"."orders_by_day"."id" from "sales"."orders_by_day"',
  `select nextval('sales.order_number'), id from sales.orders_by_day`,
  'select id from wholesales.orders',
])('leaves other names alone: %s', (sql) => {
  expect(withTables(sql, names)).toBe(sql);
});
