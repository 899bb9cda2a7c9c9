import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let customerId: string;
beforeAll(async () => {
  house = await startHouse();
  ({ customerId } = await openShop(house));
  await eventually(async () => (await house.pool.query('select from customers.customers')).rowCount === 1);
});
afterAll(() => house.stop());

/** As a worker would have parked it that stumbled over the customer's registration. */
const park = (error: string) =>
  house.pool.query(
    `with parked as (update es.checkpoints set parks = parks + 1 where consumer = 'customers.customers')
     insert into es.dead_letters (consumer, key, position, attempts, error, parked_by)
     select 'customers.customers', $1, position, 3, $2, 'worker-1' from es.events
     where stream_id = 'customer-' || $1 order by position limit 1
     on conflict (consumer, generation, shard, key, position) do update
     set resolved_at = null, resolution = null, error = $2`,
    [customerId, error],
  );
const LIST = `query ($resolved: Boolean) {
  deadLetters(consumer: "customers.customers", resolved: $resolved) {
    totalCount
    nodes { id key event { type } error attempts waiting parkedBy resolution reason resolvedBy { name } }
  }
  systemStatus { consumers { name parkedKeys } }
}`;
const listed = async (resolved: boolean) => (await house.ask(LIST, { resolved })).deadLetters;
const replay = async () =>
  (
    await house.ask(
      `mutation ($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) {
        __typename ... on ReplayDeadLettersPayload { replayed left problem } ... on Error { message } } }`,
      { input: { consumer: 'customers.customers', key: customerId } },
    )
  ).replayDeadLetters;
const skip = async (id: string, reason: string) =>
  (
    await house.ask(
      `mutation ($input: SkipDeadLetterInput!) { skipDeadLetter(input: $input) {
        __typename ... on ReplayDeadLettersPayload { replayed left problem } ... on Error { message path } } }`,
      { input: { id, reason } },
    )
  ).skipDeadLetter;

it('lists a parked key with its event and its error, and replays it', async () => {
  await park('no such country');
  const open = await listed(false);
  expect(open).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        key: customerId,
        event: { type: 'CustomerRegistered' },
        error: 'no such country',
        attempts: 3,
        waiting: 0,
        parkedBy: 'worker-1',
        resolution: null,
      },
    ],
  });
  expect(await replay()).toEqual({ __typename: 'ReplayDeadLettersPayload', replayed: 1, left: 0, problem: null });
  expect(await replay()).toMatchObject({ __typename: 'NothingParked' });
  expect(await listed(false)).toEqual({ totalCount: 0, nodes: [] });
  expect((await listed(true)).nodes).toMatchObject([{ resolution: 'REPLAYED' }]);
});

it('leaves an event out with a reason, once', async () => {
  await park('no such country');
  const [{ id }] = (await listed(false)).nodes;
  expect(await skip(id, ' ')).toMatchObject({ __typename: 'ReasonMissing', path: ['reason'] });
  expect(await skip(id, 'a test record')).toMatchObject({ __typename: 'ReplayDeadLettersPayload', left: 0 });
  expect(await skip(id, 'a test record')).toMatchObject({ __typename: 'DeadLetterNotOpen' });
  expect(await skip('nonsense', 'a test record')).toMatchObject({ __typename: 'DeadLetterNotOpen' });
  const [{ resolution, reason, resolvedBy }] = (await listed(true)).nodes;
  expect([resolution, reason, resolvedBy.name]).toEqual(['SKIPPED', 'a test record', expect.any(String)]);
});
