import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCommand } from './testing/shop.ts';
import { subscribe } from './testing/sse.ts';
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

it('is announced live, and that it is over too', async () => {
  const live = await subscribe(
    house.url,
    'subscription { changes(topics: ["intake.anomalies"]) { ... on Change { event aggregateId keys } } }',
  );
  const next = async () => (await live.next()).data?.changes as { event: string; aggregateId: string };
  await receive('cancel-23', { kind: 'CANCELLATION', externalOrderId: '23' });
  const recorded = await next();
  expect(recorded).toMatchObject({ event: 'AnomalyRecorded', keys: expect.arrayContaining([recorded.aggregateId]) });
  // Nobody asked for it: who hears of it finds it.
  const { anomaly } = await house.ask(`{ anomaly(id: "${recorded.aggregateId}") { kind state externalOrderId } }`);
  expect(anomaly).toMatchObject({ kind: 'CANCELLATION_BEFORE_ORDER', externalOrderId: '23' });
  await receive('new-23', { kind: 'ORDER', externalOrderId: '23', content: order(6) });
  expect(await next()).toMatchObject({ event: 'AnomalyResolved', aggregateId: recorded.aggregateId });

  await receive('garbled', { kind: 'ORDER', externalOrderId: '24', content: '{' });
  const unread = await next();
  expect(unread.event).toBe('AnomalyRecorded');
  const dismissal = { anomalyId: unread.aggregateId, resolution: 'DISMISSED', note: 'a test of the channel' };
  expect(await sendCommand(house, 'resolveAnomaly', dismissal)).toMatchObject({ __typename: 'AnomalyPayload' });
  expect(await next()).toMatchObject({ event: 'AnomalyResolved', aggregateId: unread.aggregateId });
  await live.stop();
}, 60_000);

it('what comes out of order is listed, assigned, and settles when its order comes', async () => {
  await receive('cancel-42', { kind: 'CANCELLATION', externalOrderId: '42' });
  const [waiting] = await eventually(
    async () => {
      const { anomalies, overview } = await list({ state: ['OPEN'] });
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
      const settled = anomalies.find(({ id }: { id: string }) => id === waiting.id);
      expect(settled).toMatchObject({ owner: 'Ana', resolution: 'ORDER_ARRIVED' });
      expect(settled.history.map(({ type }: { type: string }) => type)).toEqual([
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
