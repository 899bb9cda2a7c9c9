import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ana, openPlant, type Plant } from './testing/plant.ts';

const address = { line1: '1 High Street', city: 'London', postcode: 'N1 1AA', country: 'GB' };
const COMMANDS = 800;

let plant: Plant;
beforeAll(async () => {
  plant = await openPlant();
});
afterAll(() => plant.stop());

const progress = async (): Promise<Record<string, number>> => {
  const { rows } = await plant.pool.query<{ status: string; count: number }>(
    'select status, count(*)::int as count from es.queued_commands group by status',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};

it('a worker that is killed with kill -9 amid a long queue loses nothing and doubles nothing', async () => {
  const answer = await plant.engine.enqueue(
    Array.from({ length: COMMANDS }, (_, n) => ({
      type: 'RegisterCustomer',
      data: { customerId: newId(), name: `Customer ${n}`, email: null, address },
      actor: ana,
    })),
    { batchId: newId() },
  );
  if (answer.kind === 'refused') throw new Error(answer.refusal.message);

  const first = await plant.startWorker();
  await eventually(async () => expect((await progress()).accepted ?? 0).toBeGreaterThan(0), { within: 30_000 });
  await first.kill('SIGKILL');
  await plant.startWorker();
  await eventually(async () => expect(await progress()).toEqual({ accepted: COMMANDS }), { within: 90_000 });

  const ids = answer.commands.map(({ commandId }) => commandId);
  const { rows } = await plant.pool.query(
    `select count(*)::int as events, count(distinct command_id)::int as commands, count(distinct stream_id)::int as customers
     from es.events where type = 'CustomerRegistered' and command_id = any($1::uuid[])`,
    [ids],
  );
  expect(rows).toEqual([{ events: COMMANDS, commands: COMMANDS, customers: COMMANDS }]);
  const { rows: kept } = await plant.pool.query('select from es.queued_commands where request is not null');
  expect(kept).toEqual([]);
});
