import { eventually } from '@waybill/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAny } from './graphql.ts';
import { furnish, type Installation, install } from './installation.ts';
import { watch } from './watcher.ts';

const DRAFT = `mutation ($input: DraftOrderInput!) {
  draftOrder(input: $input) { __typename ... on CommandPayload { id } ... on Error { message } }
}`;
const ADD = `mutation ($input: AddItemToOrderInput!) {
  addItemToOrder(input: $input) { __typename ... on Error { message } }
}`;
const CHANGES = 1_000;

describe('changes over SSE', () => {
  let house: Installation;
  beforeAll(async () => {
    house = await install();
  });
  afterAll(() => house.remove());

  const positions = async (): Promise<string[]> => {
    const { rows } = await house.database.pool.query<{ id: string }>(
      'select position::text as id from es.events order by position',
    );
    return rows.map(({ id }) => id);
  };

  it('reach a client once, in order, that is cut off in the middle and comes back to another API process', {
    timeout: 120_000,
  }, async () => {
    const [first = '', second = ''] = house.urls;
    const customerId = await furnish(house);
    const watcher = watch({ urls: [first, second] });
    const drafts = Math.ceil(CHANGES / 10);
    const writing = Promise.all(
      Array.from({ length: 8 }, async (_, client) => {
        for (let draft = client; draft < drafts; draft += 8) {
          const { draftOrder } = await askAny<{ draftOrder: { id: string } }>([second], 0, DRAFT, {
            input: { customerId },
          });
          for (let line = 0; line < 9; line += 1) {
            const input = { orderId: draftOrder.id, sku: '71053', quantity: line + 1 };
            const { addItemToOrder } = await askAny<{ addItemToOrder: { __typename: string; message?: string } }>(
              [second],
              0,
              ADD,
              { input },
            );
            expect(addItemToOrder).toEqual({ __typename: 'OrderPayload' });
          }
        }
      }),
    );
    await eventually(() => watcher.seen.length >= CHANGES / 2, { within: 60_000 });
    await house.apis[0]?.kill('SIGKILL');
    const cutAt = watcher.seen.length;
    await writing;
    const seen = () => watcher.seen.map(({ cursor }) => cursor);
    await eventually(async () => expect(seen()).toEqual(await positions()), { within: 10_000 });
    watcher.stop();
    process.stdout.write(
      `\nchanges: ${JSON.stringify({ seen: watcher.seen.length, cutAt, connections: watcher.connections() })}\n`,
    );
    expect(seen()).toEqual(await positions());
    expect(watcher.problems).toEqual([]);
    expect(watcher.seen.length).toBeGreaterThanOrEqual(CHANGES);
    expect(watcher.connections()).toBeGreaterThan(1);
  });
});
