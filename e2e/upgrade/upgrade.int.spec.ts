import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { livePool } from '@waybill/db';
import { liveTables } from '@waybill/engine';
import { createModules } from '@waybill/modules';
import { eventually, type SpawnedApp, spawnApp, type TestDatabase, type TestRedis, testRedis } from '@waybill/testing';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDone, sendTo } from '../faults/business-client.ts';
import { restoreRelease, upgrade } from './restore-release.ts';

const DUMP = join(import.meta.dirname, 'one-order-end-to-end.json.gz');
/** For what several processes have to do one after the other. */
const SOON = { within: 30_000 };

let database: TestDatabase;
let reads: Pool;
let redis: TestRedis;
let apps: SpawnedApp[] = [];
let before: Awaited<ReturnType<typeof facts>>;

/** Reads views where their rows are now: a release may have built them anew in another table. */
const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await reads.query<T>(text, values)).rows;

const documents = async () =>
  (await query<{ invoice_id: string; content: Buffer }>('select * from billing.invoice_documents')).map((row) => {
    const { invoice_id: id, content } = row;
    return `${id} ${createHash('sha256').update(content).digest('hex')}`;
  });
const happened = async (type: string) =>
  (await query<{ id: string }>('select stream_id as id from es.events where type = $1', [type])).map(({ id }) => id);
const facts = async () => ({
  documents: (await documents()).sort(),
  invoices: await happened('InvoiceIssued'),
  positions: (await query<{ n: string }>('select max(position)::text as n from es.events'))[0]?.n,
});

beforeAll(async () => {
  [database, redis] = await Promise.all([restoreRelease(DUMP), testRedis()]);
  const projections = createModules({ pool: database.pool }).flatMap((module) => module.projections ?? []);
  reads = livePool(
    database.pool,
    liveTables(database.pool, () => projections),
  );
  before = await facts();
  await upgrade(database);
  const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, LOG_LEVEL: 'warn' };
  apps = await Promise.all([spawnApp('api', env), spawnApp('worker', env)]);
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.kill('SIGKILL')));
  await redis?.stop();
  await database?.drop();
});

const url = (): string => apps[0]?.url ?? '';
const command = async (name: string, input: object) => {
  const answer = await sendTo(url(), { name, input: { commandId: randomUUID(), ...input } });
  if (!isDone(answer)) throw new Error(`${name}: ${answer.code}: ${answer.message}`);
};
const atRest = () =>
  eventually(async () => {
    const [row] = await query<{ open: string; behind: string }>(
      `select (select count(*) from es.outbox)::text as open,
              (select count(*) from es.checkpoints c where c.position < (select max(position) from es.events))::text as behind`,
    );
    expect(row).toMatchObject({ open: '0' });
  }, SOON);

/** Takes every delivery that stands somewhere on its way to the door. */
const STEPS = ['pickDelivery', 'packDelivery', 'dispatchDelivery', 'confirmDelivery'] as const;
const STATES = ['SCHEDULED', 'PICKED', 'PACKED', 'DISPATCHED', 'DELIVERED'];
const deliverAll = async () => {
  // Until the views of this release are built, readers see those of the one before, which nobody moves on.
  await eventually(
    async () => expect(await query(`select projection from es.generations where status = 'building'`)).toEqual([]),
    SOON,
  );
  for (const { id, status } of await query<{ id: string; status: string }>(
    'select id, status from shipping.deliveries',
  ))
    for (const step of STEPS.slice(STATES.indexOf(status)))
      await command(step, {
        deliveryId: id,
        ...(step === 'dispatchDelivery' ? { carrier: 'DPD', trackingNumber: id.slice(-8) } : {}),
      });
};

describe('a database of an earlier release', () => {
  it('goes on where it stood: what was written without a worker is done, once', async () => {
    await eventually(async () => {
      expect(await happened('InvoiceIssued')).toHaveLength(before.invoices.length + 1);
      const unconfirmed = await query(`select id from sales.orders where status = 'PLACED'`);
      expect(unconfirmed).toEqual([]);
    }, SOON);
    await atRest();
    const twice = await query(
      `select stream_id, type from es.events
       where type in ('PaymentRequested', 'OrderConfirmed', 'InvoiceIssued', 'ShipmentPlanned', 'BillingOpened')
       group by stream_id, type having count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  it('leaves every document as it was, byte for byte', async () => {
    expect(await documents()).toEqual(expect.arrayContaining(before.documents));
  });

  it('leads every order that was under way to its end', async () => {
    await deliverAll();
    await eventually(async () => {
      const open = await query(
        `select o.number, o.status from sales.orders o
         where o.status not in ('DRAFT', 'CANCELLED', 'COMPLETED')
           and exists (select from es.events e where e.stream_id = 'orderPayment-' || o.id and e.type = 'PaymentReceived')`,
      );
      expect(open).toEqual([]);
    }, SOON);
  });

  it('puts nothing aside, and no process asks for help', async () => {
    await atRest();
    expect(await query('select * from es.dead_letters')).toEqual([]);
    const asking = `select process, instance, refused from es.process_instances where refused <> '[]'`;
    expect(await query(asking)).toEqual([]);
  });
});
