import { createHash } from 'node:crypto';
import { createPool } from '@waybill/db';
import { createEngine, type Engine } from '@waybill/engine';
import { createEventStore } from '@waybill/event-store';
import { derivedId, newId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCompany } from './company/demo-company.ts';
import { billingModule, postgresDocumentStore } from './module.ts';
import { billedOrder } from './testing/billed-order.ts';

const process = { kind: 'process', id: 'fulfilment.order', name: 'fulfilment.order' } as const;
let database: TestDatabase;
let pool: Pool;
let engines: readonly [Engine, Engine];
/** How far the engines' clock is ahead, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  const modules = [
    billingModule({
      documents: postgresDocumentStore(pool),
      history: (streamId) => engines[0].history(streamId),
      buyers: { find: async () => ({ vatId: 'GB123456789' }) },
    }),
  ];
  const engine = (worker: string) =>
    createEngine({
      pool,
      store: createEventStore(pool),
      modules,
      masterKey: Buffer.alloc(32, 7),
      worker,
      clock: { now: () => new Date(Date.now() + ahead) },
    });
  engines = [engine('one'), engine('two')];
  await execute(0, 'ChangeCompany', { ...demoCompany });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const execute = (index: number, type: string, data: Record<string, unknown>, occurredAt?: Date) => {
  const at = occurredAt ? { occurredAt } : {};
  return engines[index % 2 === 0 ? 0 : 1].execute({ type, data, actor: process, ...at });
};
const open = (orderId: string, over: Partial<typeof billedOrder> = {}) =>
  execute(1, 'OpenBilling', { orderId, ...billedOrder, ...over });
const issue = (index: number, orderId: string, occurredAt?: Date) =>
  execute(index, 'IssueInvoice', { orderId, invoiceId: derivedId('invoice', orderId) }, occurredAt);
const settle = async () => {
  for (let idle = false; !idle; ) {
    const drained = await Promise.all(engines[0].consumers.map((consumer) => consumer.drain(5_000)));
    idle = drained.every(({ handled, caughtUp }) => handled === 0 && caughtUp);
  }
};
const rows = async (statement: string, ...values: unknown[]) => (await pool.query(statement, values)).rows;
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

it('numbers without a gap while two processes issue, repeat and stop at once', async () => {
  const orders = times(16, () => newId());
  await Promise.all(orders.map((orderId) => open(orderId)));
  const wishes = orders.flatMap((orderId, index) => [
    issue(index, orderId),
    issue(index + 1, orderId),
    ...(index % 4 === 0 ? [execute(index + 1, 'StopBilling', { orderId, reason: 'changed their mind' })] : []),
  ]);
  await Promise.all(wishes);

  const series = await engines[0].history(`invoiceSeries-INV-${new Date().getFullYear()}`);
  const numbers = series.map(({ data }) => (data as { number: string }).number);
  const invoiced = await rows(`select count(*) from es.events where type = 'InvoiceIssued'`);
  expect(numbers.map((number) => Number(number.slice(-6)))).toEqual(times(numbers.length, (index) => index + 1));
  expect(invoiced).toEqual([{ count: numbers.length }]);

  const fates = await rows(
    `select stream_id from es.events where type in ('InvoiceAgreed', 'BillingStopped') group by stream_id having count(*) = 1`,
  );
  expect(fates).toHaveLength(orders.length);
});

it('dates and numbers orders of the past apart', async () => {
  const orderId = newId();
  await open(orderId, { channel: 'online-retail' });
  await issue(0, orderId, new Date('2010-12-01T08:26:00Z'));
  await settle();
  expect(
    await rows('select number, issue_date::text, issued_at from billing.invoices where order_id = $1', orderId),
  ).toEqual([{ number: 'HIST-2010-000001', issue_date: '2010-12-01', issued_at: new Date('2010-12-01T08:26:00Z') }]);
});

it('waits for an order that billing does not know yet', async () => {
  const orderId = newId();
  const waiting = issue(0, orderId);
  await open(orderId);
  expect(await waiting).toMatchObject({ status: 'accepted', events: [{}, {}, {}] });
});

it('keeps one document per invoice, whose hash everyone can check, however often it is rendered', async () => {
  await settle();
  const seen = () =>
    rows(`select i.number, d.sha256, i.document_sha256, d.content from billing.invoices i
          join billing.invoice_documents d on d.invoice_id = i.id order by i.number`);
  const documents = await seen();
  const [invoices] = await rows('select count(*) from billing.invoices');
  expect(documents).toHaveLength(invoices.count);
  for (const { sha256, document_sha256, content } of documents) {
    expect(document_sha256).toBe(sha256);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  }
  // The effect runs again over everything, as after a crash between storing and recording.
  await pool.query(`update es.effect_runs set outcome = null where effect = 'billing.invoice-document'`);
  await settle();
  expect(await seen()).toEqual(documents);
});

it('numbers credit notes without a gap while two processes credit and repeat at once, never above the invoice', async () => {
  const orders = times(6, () => newId());
  await Promise.all(orders.map((orderId) => open(orderId)));
  await Promise.all(orders.map((orderId, index) => issue(index, orderId)));
  const credit = (index: number, orderId: string, piece: number) =>
    execute(index, 'IssueCreditNote', {
      invoiceId: derivedId('invoice', orderId),
      creditNoteId: derivedId('credit', orderId, piece),
      reason: 'came back',
      lines: [{ lineId: 'l-1', quantity: 2 }],
    });
  // Four notes of two pieces each, of six; and each asked for twice.
  await Promise.all(orders.flatMap((orderId, index) => times(8, (wish) => credit(index + wish, orderId, wish % 4))));
  await settle();

  const { rows: notes } = await pool.query(
    'select number, total::int, document_sha256 from billing.credit_notes order by number',
  );
  expect(notes.map(({ number }) => Number(number.slice(-6)))).toEqual(times(notes.length, (index) => index + 1));
  expect(notes).toHaveLength(orders.length * 3);
  expect(notes.every(({ document_sha256 }) => document_sha256 !== null)).toBe(true);
  const sums = await rows(
    `select credited::int, open::int, total::int from billing.invoices where order_id = any($1)`,
    orders,
  );
  expect(new Set(sums.map(({ credited, open: left, total }) => [credited, total - left].join()))).toEqual(
    new Set(['1836,1836']),
  );
  expect(await rows('select sha256 from billing.credit_note_documents')).toHaveLength(notes.length);
});

describe('an invoice on credit', () => {
  const fire = async () => {
    for (const { run } of engines[0].chores.filter(({ name }) => name === 'es.timers')) await run();
    await settle();
  };
  const pass = async (days: number) => {
    ahead += days * 86_400_000;
    await fire();
  };
  const standing = async (orderId: string) => {
    const [row] = await rows(
      'select status, jsonb_array_length(reminders) as reminders from billing.invoices where order_id = $1',
      orderId,
    );
    return [row?.status, row?.reminders];
  };

  it('is overdue when its day is over, reminded three times a week apart, and left alone once it is paid', async () => {
    const [late, inTime] = [newId(), newId()];
    for (const orderId of [late, inTime]) {
      await open(orderId, { terms: 'NET_14' });
      await issue(0, orderId);
    }
    await settle();
    await pass(13);
    expect(await standing(late)).toEqual(['OPEN', 0]);
    const invoiceId = derivedId('invoice', inTime);
    await execute(0, 'AllocatePayment', { invoiceId, allocationId: newId(), amount: 2_235, currency: 'GBP' });
    await settle();
    const seen: unknown[] = [];
    for (const days of [3, 7, 7, 7]) {
      await pass(days);
      seen.push(await standing(late));
    }
    expect(seen).toEqual([
      ['OVERDUE', 0],
      ['OVERDUE', 1],
      ['OVERDUE', 2],
      ['OVERDUE', 3],
    ]);
    expect(await standing(inTime)).toEqual(['PAID', 0]);
    const instance = await engines[0].processes.find('billing.dunning', derivedId('invoice', late));
    expect(instance).toMatchObject({ timers: [], waits: [{}] });
  });
});
