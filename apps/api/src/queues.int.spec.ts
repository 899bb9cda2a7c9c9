import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const QUEUES = `{ queues { jobs { name waiting active delayed failed workers }
  lanes { name kind waiting scheduled retrying failed oldestSeconds lastError }
  turns { consumer worker position active until } } }`;
const queues = async () => (await house.ask(QUEUES)).queues;

it('the queues say what waits, what is for later, and who works on it', async () => {
  const empty = await eventually(async () => {
    const found = await queues();
    expect(found.jobs).toMatchObject({ name: 'drain', failed: 0, workers: 1 });
    return found;
  });
  const names = empty.lanes.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['outbox:0', 'outbox:3', 'commands:0', 'commands:3', 'billing.invoice-document']),
  );
  const notBefore = new Date(Date.now() + 3_600_000).toISOString();
  const commands = [1, 2, 3].map(() => ({ placeOrder: { order: shop.order() } }));
  await house.ask('mutation ($input: QueueCommandsInput!) { queueCommands(input: $input) { __typename } }', {
    input: { commands, notBefore },
  });
  const { lanes, turns } = await queues();
  const later = lanes.filter(({ kind }: { kind: string }) => kind === 'QUEUE');
  expect(later.reduce((sum: number, { scheduled }: { scheduled: number }) => sum + scheduled, 0)).toBe(3);
  expect(later.every(({ waiting }: { waiting: number }) => waiting === 0)).toBe(true);
  expect(turns).toContainEqual(expect.objectContaining({ consumer: 'sales.orders', worker: expect.any(String) }));
});

it('an event says which effects it had, and what came of them', async () => {
  const orderId = await shop.place();
  await shop.pay(orderId, 1836, 'for the document');
  await shop.until(orderId, { invoiceStatus: 'PAID' });
  await eventually(
    async () => {
      const { order } = await house.ask(
        `query ($id: ID!) { order(id: $id) { history { type effectRuns { effect outcome attempts error startedAt } } } }`,
        { id: orderId },
      );
      const issued = order.history.find(({ type }: { type: string }) => type === 'InvoiceIssued');
      expect(issued.effectRuns).toEqual([
        {
          effect: 'billing.invoice-document',
          outcome: 'SUCCEEDED',
          attempts: 1,
          error: null,
          startedAt: expect.any(String),
        },
      ]);
    },
    { within: 20_000 },
  );
});
