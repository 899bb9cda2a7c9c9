import { newId } from '@waybill/kernel';
import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from './testing/shop.ts';
import { subscribe } from './testing/sse.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  house = await startHouse();
  shop = await openShop(house);
});
afterAll(() => house.stop());

const BATCH = 'id total queued accepted rejected failed cancelled done enqueuedBy { name }';
const COMMAND = 'id type stream outcome message position queue { notBefore attempts lastError batch { id total } }';
const QUEUE = `mutation ($input: QueueCommandsInput!) { queueCommands(input: $input) { __typename
  ... on QueueCommandsPayload { duplicates batch { ${BATCH} } commands { id type outcome } }
  ... on Error { code message path } } }`;
const queue = async (commands: readonly object[], more: object = {}) =>
  (await house.ask(QUEUE, { input: { commands, ...more } })).queueCommands;
const commandOf = async (id: string) =>
  (await house.ask(`query ($id: ID!) { command(id: $id) { ${COMMAND} } }`, { id })).command;
const batchOf = async (id: string) =>
  (await house.ask(`query ($id: ID!) { commandBatch(id: $id) { ${BATCH} } }`, { id })).commandBatch;
const find = async (filter: object, page: object = {}) =>
  (
    await house.ask(
      `query ($filter: CommandFilter, $first: Int, $after: String, $last: Int, $before: String) {
        commands(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
          nodes { ${COMMAND} } searchedTo pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { filter, ...page },
    )
  ).commands;
const change = async (name: string, commandId: string) =>
  (
    await house.ask(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { done: ${name}(input: $input) { __typename
        ... on ${name.charAt(0).toUpperCase()}${name.slice(1)}Payload { command { ${COMMAND} } }
        ... on CommandNotQueued { code status message } } }`,
      { input: { commandId } },
    )
  ).done;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const placed = async (commandIds: readonly string[]): Promise<number> => {
  const { rows } = await house.pool.query(
    `select count(*)::int as orders from es.events where type = 'OrderPlaced' and command_id = any($1::uuid[])`,
    [commandIds],
  );
  return rows[0].orders;
};

describe('a batch of 500 orders', () => {
  const batchId = newId();
  const wanted = () => Array.from({ length: 500 }, () => ({ placeOrder: { order: shop.order(1) } }));

  it('is taken in one call, and taken once however often it is sent', async () => {
    const first = await queue(wanted(), { batchId });
    expect(first).toMatchObject({
      __typename: 'QueueCommandsPayload',
      duplicates: 0,
      batch: { id: batchId, total: 500 },
    });
    const again = await queue(wanted(), { batchId });
    expect(again).toMatchObject({ duplicates: 500, batch: { total: 500 } });
    const ids = first.commands.map(({ id }: { id: string }) => id);
    expect(again.commands.map(({ id }: { id: string }) => id)).toEqual(ids);

    const done = await eventually(
      async () => {
        const batch = await batchOf(batchId);
        expect(batch).toMatchObject({ done: true });
        return batch;
      },
      { within: 60_000 },
    );
    expect(done).toEqual({
      ...{ id: batchId, total: 500, queued: 0, accepted: 500, rejected: 0, failed: 0, cancelled: 0 },
      ...{ done: true, enqueuedBy: { name: 'Operator' } },
    });
    expect(await placed(ids)).toBe(500);
    expect(await commandOf(ids[7])).toMatchObject({
      type: 'PlaceOrder',
      outcome: 'ACCEPTED',
      position: expect.any(Number),
      queue: { attempts: 1, batch: { id: batchId, total: 500 } },
    });
  });

  it('can be looked through page by page, each command once', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await find({ batchId }, { first: 100, after });
      seen.push(...page.nodes.map(({ id }: { id: string }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([500, 500]);
  });
});

describe('commands for later', () => {
  it('wait for their time, and are executed then', async () => {
    const { commands, batch } = await queue([{ placeOrder: { order: shop.order() } }], { notBefore: inAnHour() });
    const [{ id }] = commands;
    expect(await commandOf(id)).toMatchObject({ outcome: 'QUEUED', position: null, queue: { attempts: 0 } });
    expect((await find({ outcomes: ['QUEUED'], batchId: batch.id })).nodes).toMatchObject([{ id }]);
    await shop.place();
    expect(await commandOf(id)).toMatchObject({ outcome: 'QUEUED' });
    await house.pool.query(`update es.queued_commands set not_before = now() where command_id = $1`, [id]);
    await eventually(async () => expect(await commandOf(id)).toMatchObject({ outcome: 'ACCEPTED' }), {
      within: 10_000,
    });
    expect(await placed([id])).toBe(1);
  });

  it('can be cancelled before, which is their outcome', async () => {
    const { commands } = await queue([{ placeOrder: { order: shop.order() } }], { notBefore: inAnHour() });
    const [{ id }] = commands;
    const cancelled = await change('cancelQueuedCommand', id);
    const outcome = { id, outcome: 'CANCELLED', message: expect.stringContaining('Operator cancelled it') };
    expect(cancelled).toMatchObject({ __typename: 'CancelQueuedCommandPayload', command: outcome });
    expect((await find({ outcomes: ['CANCELLED'] })).nodes).toMatchObject([outcome]);
    expect(await change('retryQueuedCommand', id)).toMatchObject({ code: 'CommandNotQueued', status: 'cancelled' });
    expect(await placed([id])).toBe(0);
  });
});

describe('a queued command that is refused', () => {
  it('says why, like any other, and is found among the refused', async () => {
    const orderId = newId();
    const { commands, batch } = await queue([{ cancelOrder: { orderId, reason: 'changed my mind' } }]);
    const [{ id }] = commands;
    await eventually(async () => expect(await batchOf(batch.id)).toMatchObject({ rejected: 1 }), { within: 10_000 });
    const refused = { id, outcome: 'REJECTED', message: expect.stringMatching(/order/i), stream: `order-${orderId}` };
    expect(await commandOf(id)).toMatchObject(refused);
    const direct = await shop.command('cancelOrder', { orderId: newId(), reason: 'and again' });
    expect(direct.code).toBe('OrderUnknown');
    const { nodes } = await find({ outcomes: ['REJECTED'], types: ['CancelOrder'], actor: 'Operator' });
    expect(nodes).toMatchObject([{ outcome: 'REJECTED', queue: null }, refused]);
    const since = await find(
      { outcomes: ['REJECTED'] },
      { last: 10, before: (await find({}, { first: 1 })).pageInfo.endCursor },
    );
    expect(since.nodes).toEqual([]);
  });
});

describe('what cannot be queued', () => {
  it('is told so, and nothing is', async () => {
    const orderId = newId();
    const commandId = newId();
    const cancel = (reason: string, id = commandId) => ({ cancelOrder: { orderId, reason, commandId: id } });
    expect(await queue([])).toMatchObject({ code: 'InvalidInput', path: ['commands'] });
    expect(await queue([cancel('a'), cancel('b', 'seven')])).toMatchObject({
      code: 'InvalidInput',
      path: ['commands', '1', 'cancelOrder', 'commandId'],
    });
    expect(await queue([cancel('a'), cancel('b')])).toMatchObject({ code: 'IdempotencyConflict' });
    expect(await queue([cancel('a')], { priority: 101 })).toMatchObject({ code: 'InvalidInput', path: ['priority'] });
    const { errors } = await house.send(QUEUE, { input: { commands: [{ ...cancel('a'), placeOrder: {} }] } });
    expect(errors?.[0]?.message).toMatch(/exactly one/i);
    expect(await commandOf(commandId)).toBeNull();
  });
});

describe('commandCompleted', () => {
  const COMPLETED = `subscription ($id: ID!) { commandCompleted(id: $id) { ${COMMAND} } }`;
  const completed = async (id: string, meanwhile: () => Promise<unknown> = async () => undefined) => {
    const live = await subscribe(house.url, COMPLETED, { id });
    await meanwhile();
    const message = await live.next();
    await expect(live.next()).rejects.toThrow('The stream has ended');
    await live.stop();
    return message.data?.commandCompleted;
  };

  it('answers when a queued command has its outcome, and at once where it had it', async () => {
    const commandId = newId();
    const order = { placeOrder: { order: shop.order(), commandId } };
    const accepted = { id: commandId, outcome: 'ACCEPTED', type: 'PlaceOrder' };
    expect(await completed(commandId, () => queue([order]))).toMatchObject(accepted);
    expect(await completed(commandId)).toMatchObject(accepted);
  });

  it('answers for a command that was sent directly, refused ones too', async () => {
    const commandId = newId();
    const refused = await completed(commandId, () =>
      shop.command('cancelOrder', { orderId: newId(), reason: 'none', commandId }),
    );
    expect(refused).toMatchObject({ id: commandId, outcome: 'REJECTED', queue: null });
  });

  it('answers everybody who waits', async () => {
    const { commands } = await queue([{ placeOrder: { order: shop.order() } }], { notBefore: inAnHour() });
    const [{ id }] = commands;
    const all = await Promise.all([
      completed(id),
      completed(id, () => change('cancelQueuedCommand', id)),
      completed(id),
    ]);
    for (const one of all) expect(one).toMatchObject({ id, outcome: 'CANCELLED' });
  });
});
