import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCommand } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
  await sendCommand(house, 'registerChannel', { channel: 'market', name: 'Market', currency: 'GBP', historic: false });
});
afterAll(() => house.stop());

const order = (quantity: number) =>
  JSON.stringify({
    customer: { number: '1', name: 'Ana Meyer', address: { city: 'Leeds', country: 'United Kingdom' } },
    lines: [
      {
        lineId: 'L1',
        sku: 'HEART',
        description: 'A heart',
        quantity,
        unitPrice: '2.55',
        taxCode: 'STANDARD',
        taxRate: '20',
      },
    ],
  });
const receive = (messageId: string, message: object) =>
  sendCommand(house, 'receiveMessage', {
    channel: 'market',
    messageId,
    happenedAt: '2026-01-05T09:00:00Z',
    ...message,
  });
const LIST = `query ($filter: AnomalyFilter) { anomalies(first: 20, filter: $filter) { nodes {
  id kind state summary owner resolution possibleResolutions externalOrderId amount { amount }
  candidates { externalOrderId reason fit { wanted found samePrice boughtBefore } }
  message { messageId status content { reason lines { sku quantity unitPrice } } } history { type } } } overview { anomalies } }`;
const list = async (filter?: object) => {
  const { anomalies, overview } = await house.ask(LIST, { filter });
  return { anomalies: anomalies.nodes, overview };
};

it('what comes out of order is listed, assigned, and settles when its order comes', async () => {
  await receive('cancel-42', { kind: 'CANCELLATION', externalOrderId: '42' });
  const [waiting] = await eventually(
    async () => {
      const { anomalies, overview } = await list();
      expect(anomalies).toMatchObject([
        { kind: 'CANCELLATION_BEFORE_ORDER', state: 'OPEN', externalOrderId: '42', message: { status: 'PARKED' } },
      ]);
      expect(overview.anomalies).toBe(1);
      return anomalies;
    },
    { within: 20_000 },
  );
  const assigned = await sendCommand(
    house,
    'assignAnomaly',
    { anomalyId: waiting.id, owner: 'Ana' },
    '... on AnomalyPayload { anomaly { state owner } }',
  );
  expect(assigned.anomaly).toEqual({ state: 'ASSIGNED', owner: 'Ana' });
  await receive('new-42', { kind: 'ORDER', externalOrderId: '42', content: order(6) });
  await eventually(
    async () => {
      const { anomalies } = await list({ state: ['RESOLVED'] });
      expect(anomalies).toMatchObject([{ id: waiting.id, owner: 'Ana', resolution: 'ORDER_ARRIVED' }]);
      expect(anomalies[0].history.map(({ type }: { type: string }) => type)).toEqual([
        'AnomalyRecorded',
        'AnomalyAssigned',
        'AnomalyResolved',
      ]);
    },
    { within: 20_000 },
  );
}, 60_000);

it('a cancellation without an order is put to one of its candidates by a person', async () => {
  await receive('new-7', {
    kind: 'ORDER',
    externalOrderId: '7',
    content: order(6),
    happenedAt: '2026-01-06T09:00:00Z',
  });
  const content = JSON.stringify({
    customer: { number: '1' },
    lines: [{ sku: 'HEART', quantity: 2, unitPrice: '2.55' }],
  });
  await eventually(
    async () => {
      const { intakeMessages } = await house.ask('{ intakeMessages { messageId status } channels { id historic } }');
      expect(intakeMessages).toContainEqual({ messageId: 'new-7', status: 'RECEIVED' });
    },
    { within: 20_000 },
  );
  await receive('credit', { kind: 'CANCELLATION', content });
  const found = await eventually(
    async () => {
      const { anomalies } = await list({ kind: ['UNMATCHED_CANCELLATION'], channel: 'market' });
      expect(anomalies).toMatchObject([
        {
          state: 'OPEN',
          amount: { amount: 510 },
          candidates: [{ externalOrderId: '7', fit: { wanted: 2, found: 2, samePrice: 2, boughtBefore: false } }],
          message: { content: { lines: [{ sku: 'HEART', quantity: 2, unitPrice: '2.55' }] } },
        },
      ]);
      return anomalies[0];
    },
    { within: 20_000 },
  );
  const resolve = (input: object) => sendCommand(house, 'resolveAnomaly', { anomalyId: found.id, ...input });
  expect(await resolve({ resolution: 'MATCHED_BY_HAND' })).toMatchObject({ __typename: 'OrderToMatchMissing' });
  expect(await resolve({ resolution: 'DISMISSED' })).toMatchObject({ __typename: 'NoteMissing' });
  const { anomaly } = await house.ask(`{ anomaly(id: "${found.id}") { candidates { orderId } } }`);
  const [{ orderId }] = anomaly.candidates;
  expect(await resolve({ resolution: 'MATCHED_BY_HAND', orderId })).toMatchObject({ __typename: 'AnomalyPayload' });
  await eventually(
    async () => {
      const after = await list({ state: ['RESOLVED'], kind: ['UNMATCHED_CANCELLATION'] });
      expect(after.anomalies).toMatchObject([
        { resolution: 'MATCHED_BY_HAND', possibleResolutions: [], candidates: [{ fit: null }] },
      ]);
    },
    { within: 20_000 },
  );
}, 60_000);
