import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoiceHeldBack } from './fixtures/invoice-held-back.ts';
import { ownEngine } from './fixtures/own-database.ts';
import { takeDemoCompany } from './take-demo-company.ts';

let own: Awaited<ReturnType<typeof ownEngine>>;
beforeAll(async () => {
  own = await ownEngine();
});
afterAll(() => own.close());

it('no invoice is issued while nobody knows who sells; once the page is filled in, it goes on by itself', async () => {
  const { engine, pool, settle } = own;
  const invoiceId = await invoiceHeldBack(engine.execute);
  await settle();
  expect(await engine.history(`invoice-${invoiceId}`)).toEqual([]);
  const waiting = await engine.processes.find('billing.held-back', 'main');
  expect(waiting?.waits.map(({ name }) => name)).toEqual(['company']);

  expect(await takeDemoCompany(engine.execute)).toBe(true);
  await settle();
  const { rows } = await pool.query('select number, company_version from billing.invoices where id = $1', [invoiceId]);
  const year = new Date().getFullYear();
  expect(rows).toEqual([{ number: `INV-${year}-000001`, company_version: 1 }]);
  expect((await engine.processes.find('billing.held-back', 'main'))?.waits).toEqual([]);
  expect(await takeDemoCompany(engine.execute)).toBe(false);
});
