import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const INSTANCE = `process instance status lastError cancelReason cancelledBy { name }
  waits { name for dueAt lateAt } timers { name } commands { type setAside } refused { code }`;
const find = async (instance: string) =>
  (
    await house.ask(
      `query ($instance: ID!) { found: processInstance(process: "fulfilment.order", instance: $instance) { ${INSTANCE} } }`,
      {
        instance,
      },
    )
  ).found;
const ask = async (name: 'retryProcess' | 'cancelProcess', input: object) => {
  const type = name === 'retryProcess' ? 'RetryProcess' : 'CancelProcess';
  const asked = `mutation ($input: ${type}Input!) { done: ${name}(input: $input) {
    __typename ... on ${type}Payload { instance { ${INSTANCE} } } ... on Error { code message path } } }`;
  return (await house.ask(asked, { input: { process: 'fulfilment.order', ...input } })).done;
};

describe('the process of an order', () => {
  it('says what it waits for and until when, and is cancelled with a reason', async () => {
    const orderId = await shop.place(6);
    await eventually(async () => (await find(orderId))?.waits[0]?.name === 'payment');
    const found = await find(orderId);
    expect(found).toMatchObject({ status: 'WAITING', waits: [{ for: 'the payment', lateAt: null }], refused: [] });
    expect(new Date(found.waits[0].dueAt).getTime()).toBeGreaterThan(Date.now() + 6 * 24 * 60 * 60 * 1_000);

    const page = await house.ask(
      `query ($filter: ProcessInstanceFilter) { processInstances(filter: $filter, first: 5) {
        nodes { instance } pageInfo { hasNextPage } } }`,
      { filter: { process: 'fulfilment.order', statuses: ['WAITING'] } },
    );
    expect(page.processInstances.nodes).toEqual([{ instance: orderId }]);

    expect(await ask('retryProcess', { instance: orderId })).toMatchObject({ __typename: 'NothingToRetry' });
    expect(await ask('cancelProcess', { instance: orderId, reason: '' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['reason'],
    });
    const { instance } = await ask('cancelProcess', { instance: orderId, reason: 'a test order' });
    expect(instance).toMatchObject({ status: 'CANCELLED', waits: [], cancelReason: 'a test order' });
    expect(instance.cancelledBy.name).not.toBe('');
  });

  it('that nobody knows is answered as unknown', async () => {
    const instance = newId();
    expect(await find(instance)).toBeNull();
    expect(await ask('retryProcess', { instance })).toMatchObject({ __typename: 'ProcessInstanceUnknown' });
    expect(await ask('cancelProcess', { instance, reason: 'x' })).toMatchObject({
      __typename: 'ProcessInstanceUnknown',
    });
  });
});

it('every process is listed with what it can wait for', async () => {
  const { processes } = await house.ask('{ processes { name waits { name deadlineSeconds } late troubled } }');
  const order = processes.find(({ name }: { name: string }) => name === 'fulfilment.order');
  expect(order.waits).toContainEqual({ name: 'payment', deadlineSeconds: 604_800 });
  expect(order).toMatchObject({ late: 0, troubled: 0 });
});
