import { createEventStore } from '@waybill/event-store';
import { readSealStatus, sealKeyOf } from '@waybill/event-store/seals';
import { newId } from '@waybill/kernel';
import { eventually, type SpawnedApp } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ana, openPlant, type Plant } from './testing/plant.ts';

const address = { line1: '1 High Street', city: 'London', postcode: 'N1 1AA', country: 'GB' };

/** A process that commits, and tells nobody: the worker has to find out. */
describe('a worker process', () => {
  let plant: Plant;
  let worker: SpawnedApp;

  beforeAll(async () => {
    plant = await openPlant();
    worker = await plant.startWorker({
      WAYBILL_SEAL_KEY: Buffer.alloc(32, 's').toString('base64'),
      WAYBILL_SEAL_SECONDS: '1',
    });
  });
  afterAll(() => plant.stop());

  const register = async (): Promise<string> => {
    const customerId = newId();
    const data = { customerId, name: 'Ana Lima', email: null, address };
    const outcome = await plant.engine.execute({ type: 'RegisterCustomer', data, actor: ana });
    expect(outcome).toMatchObject({ status: 'accepted' });
    return customerId;
  };
  const row = async (id: string): Promise<boolean> =>
    (await plant.pool.query('select from customers.customers where id = $1', [id])).rowCount === 1;

  it('finds what was committed without a hint, within its sweep', async () => {
    const customerId = await register();
    await eventually(() => row(customerId), { within: 2_000 });
  });

  it('seals what was committed, under its own key', async () => {
    await register();
    await eventually(
      async () => {
        const { newest, unsealed } = await readSealStatus(plant.pool, await createEventStore(plant.pool).watermark());
        return unsealed.events === 0 && newest?.keyId === sealKeyOf(Buffer.alloc(32, 's')).publicKey.id;
      },
      { within: 20_000 },
    );
  });

  it('says how it is', async () => {
    const health = await fetch(`${worker.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([
      200,
      {
        status: 'ok',
        hints: expect.objectContaining({ connected: true }),
        drains: expect.objectContaining({ errors: 0 }),
      },
    ]);
    expect((await fetch(`${worker.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${worker.url}/anything`)).status).toBe(404);
  });

  it('goes on without Redis', async () => {
    await plant.redis.crash();
    const customerId = await register();
    await eventually(() => row(customerId), { within: 3_000 });
  });

  it('leaves when it is asked to, in good order', async () => {
    process.kill(worker.pid, 'SIGTERM');
    expect(await worker.gone).toBe('exit 0');
  });
});
