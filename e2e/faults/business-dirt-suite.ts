import { randomUUID } from 'node:crypto';
import { derivedId } from '@waybill/kernel';
import {
  type SpawnedApp,
  spawnApp,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@waybill/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from './business-audit.ts';
import { everything, type Insider, openInsider, settled } from './business-books.ts';
import { type Answer, sendTo } from './business-client.ts';
import { bodies, CLASSICS, createDirt, documents, INTROSPECTION } from './business-dirt.ts';
import { createRandom } from './business-random.ts';
import { furnish } from './installation.ts';

let database: TestDatabase;
let redis: TestRedis;
let api: SpawnedApp;
let worker: SpawnedApp;
let insider: Insider;
let known: Record<string, readonly string[]>;

const post = async (body: string | Uint8Array, headers: Record<string, string> = {}) => {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: body as string,
    signal: AbortSignal.timeout(20_000),
  });
  return { status: response.status, text: await response.text() };
};

/** Nothing of the inside of the house, and no "something went wrong": dirt is foreseen. */
const expectAnswer = ({ status, text }: { status: number; text: string }, what: unknown) => {
  const errorId = /"errorId":"([^"]+)"/.exec(text)?.[1];
  const cause =
    errorId &&
    api
      .log()
      .split('\n')
      .find((line) => line.includes(errorId));
  const about = `${status} ${text.slice(0, 600)} for ${JSON.stringify(what)?.slice(0, 600)}: ${cause?.slice(0, 2_000)}`;
  if (status >= 500) expect.fail(`a server's fault: ${about}`);
  if (/(\\n|\n) +at .+:\d+:\d+/.test(text) || text.includes('node_modules')) expect.fail(`a stack: ${about}`);
  if (/INTERNAL_SERVER_ERROR|Something went wrong|Unexpected error/.test(text)) expect.fail(`unforeseen: ${about}`);
};

export interface DirtOptions {
  readonly seed: number;
  /** How often each field is asked, and how many documents and bodies are sent. */
  readonly queries: number;
  readonly mutations: number;
  readonly documentsEach: number;
}

/** Dirt in everything that a client can send, on an API and a worker of its own. */
export const dirtSuite = ({ seed, queries, mutations, documentsEach }: DirtOptions) =>
  describe(`dirt (seed ${seed})`, () => {
    const runs = (numRuns: number) => ({ seed, numRuns, endOnFailure: true });
    beforeAll(async () => {
      [database, redis] = await Promise.all([testDatabase(), testRedis()]);
      const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, LOG_LEVEL: 'warn' };
      [api, worker] = await Promise.all([spawnApp('api', env), spawnApp('worker', env)]);
      insider = openInsider(database.url);
      const customerId = await furnish({ urls: [api.url] });
      const random = createRandom(seed);
      const items = [{ sku: '85123A', quantity: 1 }];
      const done = async (name: string, input: object): Promise<string> => {
        const answer: Answer = await sendTo(api.url, { name, input: { commandId: random.id(), ...input } });
        if (!answer.id) throw new Error(JSON.stringify(answer));
        return answer.id;
      };
      const placed = await done('placeOrder', { order: { customerId, items } });
      const drafted = await done('draftOrder', { customerId });
      await done('recordIncomingPayment', {
        orderId: placed,
        channel: 'bank',
        reference: 'R',
        amount: { amount: 306, currency: 'GBP' },
      });
      const ids = [placed, drafted];
      const deliveryId = derivedId('delivery', placed, 1);
      known = {
        orderId: ids,
        id: [...ids, customerId, deliveryId, '85123A'],
        ids,
        customerId: [customerId],
        deliveryId: [deliveryId],
        sku: ['85123A', '71053'],
        currency: ['GBP', 'GBP', 'GBP', 'GBP', 'GBP', 'EUR'],
        channel: ['bank'],
        commandId: [random.id()],
      };
    });
    afterAll(async () => {
      await insider?.close();
      await Promise.all([api, worker].map((app) => app?.kill('SIGKILL')));
      await redis?.stop();
      await database?.drop();
    });

    it.each([
      ['Query', queries],
      ['Mutation', mutations],
    ] as const)('in the arguments of every field of %s is answered', async (root, times) => {
      const { data } = JSON.parse((await post(JSON.stringify({ query: INTROSPECTION }))).text);
      const { operations } = createDirt(data.__schema.types, known);
      for (const { name, query, variables } of operations(root))
        await fc.assert(
          fc.asyncProperty(variables, async (given) => {
            expectAnswer(await post(JSON.stringify({ query, variables: given })), { name, given });
          }),
          runs(times),
        );
    });

    it('in documents and bodies is answered', async () => {
      await fc.assert(
        fc.asyncProperty(documents, async (query) => expectAnswer(await post(JSON.stringify({ query })), query)),
        runs(documentsEach),
      );
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => expectAnswer(await post(body), body)),
        runs(documentsEach),
      );
    });

    it('in addresses is answered', async () => {
      const queries = [
        '',
        '?',
        '?query=',
        '?query=%00',
        '?query=%7B',
        '?query=%E0%A4%A',
        '?query={__typename}&variables={',
        '?query={__typename}&extensions=7',
      ];
      const paths = [
        ...queries.map((query) => `/graphql${query}`),
        '/graphql/..%2f',
        '/graphqlx',
        '/documents/invoices/%00.pdf',
        '//',
        '/%',
      ];
      for (const path of paths) {
        const response = await fetch(`${api.url}${path}`, {
          headers: { accept: 'application/json' },
          redirect: 'manual',
        });
        expectAnswer({ status: response.status, text: await response.text() }, path);
      }
    });

    it('of 10 megabytes is turned away', async () => {
      const query = `{ __typename } #${'x'.repeat(10_000_000)}`;
      const answer = await post(JSON.stringify({ query })).catch((error: unknown) => ({
        status: 413,
        text: String(error),
      }));
      expect(answer.status).toBe(413);
    });

    it.each([
      '%00',
      '%F0%9F%98%80'.repeat(81),
      `${'a'.repeat(79)}%F0%9F%98%80`,
      '%',
      '%ED%A0%80',
      `x${'é'.repeat(200)}`,
    ])('in the name of who acts is answered (%#)', async (name) => {
      const [customerId] = known.customerId ?? [];
      const query = 'mutation ($input: DraftOrderInput!) { draftOrder(input: $input) { __typename } }';
      const body = JSON.stringify({ query, variables: { input: { customerId } } });
      const answer = await post(body, { 'x-waybill-actor': name });
      expectAnswer(answer, name);
      expect(answer.text).toContain('OrderPayload');
    });

    it('that was accepted stops no view, no process and no document', { timeout: 120_000 }, async () => {
      await settled(insider, 20_000);
      // Drafts are placed, and whoever is asked for money pays: dirt gets onto invoices, and into their documents.
      const { rows: drafts } = await insider.pool.query<{ id: string }>(
        `select id from sales.orders where status = 'DRAFT'`,
      );
      for (const [index, { id: orderId }] of drafts.entries()) {
        const [one = '', two = ''] = [CLASSICS[index % CLASSICS.length], CLASSICS[(index * 7 + 3) % CLASSICS.length]];
        const unitPrice = { amount: '0.333333', currency: 'GBP' };
        const address = { line1: one, city: two, country: one || 'x' };
        for (const [name, input] of [
          ['addItemToOrder', { sku: '85123A', quantity: 1 + index * 1_000 }],
          ['addChargeToOrder', { code: one || 'x', description: `${two} ${one}`, quantity: 999, unitPrice }],
          ['setDeliveryAddress', { address }],
          ['setBillingAddress', { address }],
          ['placeOrder', {}],
        ] as const)
          await sendTo(api.url, { name, input: { commandId: randomUUID(), orderId, ...input } });
      }
      await settled(insider, 20_000);
      const { rows: asked } = await insider.pool.query<{ orderId: string; open: string; currency: string }>(
        `select order_id as "orderId", (requested - received)::text as open, currency from payments.order_payments
         where status in ('REQUESTED', 'PARTIALLY_PAID')`,
      );
      for (const { orderId, open, currency } of asked) {
        const reference = `for ${orderId}`;
        const amount = { amount: Number(open), currency };
        const input = { commandId: randomUUID(), orderId, channel: 'bank', reference, amount };
        expect(await sendTo(api.url, { name: 'recordIncomingPayment', input })).toMatchObject({ duplicate: false });
      }
      await settled(insider, 60_000);
      const { faults, ends } = readFiles(await everything(insider));
      process.stdout.write(`\ndirt: ${JSON.stringify({ seed, ends })}\n`);
      expect(faults.join('\n')).toBe('');
      const { rows } = await insider.pool.query(
        'select consumer, error from es.dead_letters where resolved_at is null',
      );
      expect(rows).toEqual([]);
      expect(await (await fetch(`${api.url}/readyz`)).json()).toEqual({ status: 'ready' });
    });
  });
