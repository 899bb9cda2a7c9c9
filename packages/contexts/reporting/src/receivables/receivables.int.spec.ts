import { createPool } from '@waybill/db';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReceivableRow } from '../read-models/receivables.ts';
import { issued, openOn, owed, randomOwed } from '../testing/owed.ts';
import { type AgedCustomer, findCustomers, findInvoices, findTotals, type Place } from './find-receivables.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const store = async (rows: readonly ReceivableRow[]) => {
  await pool.query('delete from reporting.receivables');
  const stored = rows.map((row) => ({
    ...Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ]),
    ),
    updated_position: 1,
  }));
  await pool.query(
    'insert into reporting.receivables select * from jsonb_populate_recordset(null::reporting.receivables, $1::jsonb)',
    [JSON.stringify(stored)],
  );
};

const FIRST_DAYS = [1, 31, 61, 91];
const ageOn = ({ dueDate }: ReceivableRow, day: string): number => {
  const days = (Date.parse(day) - Date.parse(dueDate)) / 86_400_000;
  return FIRST_DAYS.filter((first) => days >= first).length;
};
/** By whatever they have in common, told the slow way: what is open by age. */
const agedBy = (rows: readonly ReceivableRow[], day: string, keyOf: (row: ReceivableRow) => string) => {
  const sums: Record<string, number[]> = {};
  for (const row of rows) {
    const open = openOn(row, day);
    if (open === 0) continue;
    sums[keyOf(row)] ??= [0, 0, 0, 0, 0];
    const ages = sums[keyOf(row)] ?? [];
    const age = ageOn(row, day);
    ages[age] = (ages[age] ?? 0) + open;
  }
  return sums;
};
const said = <A extends { readonly ages: readonly { readonly open: number }[] }>(
  found: readonly A[],
  keyOf: (one: A) => string,
) => Object.fromEntries(found.map((one) => [keyOf(one), one.ages.map(({ open }) => open)]));

const all = { currency: null, customerId: null };
const everyPage = async (on: string): Promise<AgedCustomer[]> => {
  const found: AgedCustomer[] = [];
  let after: Place | null = null;
  for (;;) {
    const page: AgedCustomer[] = await findCustomers(pool, { on, ...all }, { after, limit: 2 });
    found.push(...page);
    after = page.at(-1) ?? null;
    if (after === null) return found;
  }
};

it('adds up by age what was open on any day: of all, of each customer, of each invoice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomOwed, { maxLength: 12 }), fc.nat(300), async (drawn, days) => {
      const rows = drawn.flatMap(({ events }, at) => {
        const row = owed(...events);
        return row ? [{ ...row, id: `i${at}`, number: `INV-${at}` }] : [];
      });
      const on = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      await store(rows);
      const totals = await findTotals(pool, { on, ...all });
      expect(said(totals, ({ currency }) => currency)).toEqual(agedBy(rows, on, ({ currency }) => currency));
      const customers = await everyPage(on);
      const ofCustomer = ({ customerId, currency }: { readonly customerId: string; readonly currency: string }) =>
        `${customerId} ${currency}`;
      expect(said(customers, ofCustomer)).toEqual(agedBy(rows, on, ofCustomer));
      expect(customers).toEqual(
        customers.toSorted(
          (a, b) =>
            a.currency.localeCompare(b.currency) ||
            b.overdue - a.overdue ||
            b.open - a.open ||
            a.customerId.localeCompare(b.customerId),
        ),
      );
      for (const { customerId, currency, open, invoices } of customers.slice(0, 2)) {
        const listed = await findInvoices(pool, { on, customerId, currency }, 100);
        expect(listed.length).toBe(invoices);
        expect(listed.reduce((sum, invoice) => sum + invoice.open, 0)).toBe(open);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('counts from the day after the due date, and in whole months of thirty days', async () => {
  const due = owed(issued({ dueDate: '2026-01-31' }));
  await store(due ? [due] : []);
  const ageOf = async (on: string) => {
    const [totals] = await findTotals(pool, { on, ...all });
    return totals?.ages.findIndex(({ invoices }) => invoices === 1);
  };
  const days = ['2026-01-31', '2026-02-01', '2026-03-02', '2026-03-03', '2026-04-01', '2026-04-02', '2026-05-01'];
  expect(await Promise.all([...days, '2026-05-02'].map(ageOf))).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
});
