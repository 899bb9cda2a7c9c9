import { request } from 'node:http';
import { createLogger } from '@waybill/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from './api.ts';
import { createClient } from './testing/graph-client.ts';
import { type House, startHouse } from './testing/start-house.ts';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${house.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const messageOf = async (response: Response) =>
  ((await response.json()) as { errors: { message: string }[] }).errors[0]?.message;
const query = (text: string) => JSON.stringify({ query: text });

describe('a document that asks for too much is refused before it runs', () => {
  it.each([
    ['too deep', `{ orders { nodes { ${'customer { orders { nodes { '.repeat(8)} id ${'} } }'.repeat(8)} } } }`],
    ['too many aliases', `{ ${Array.from({ length: 80 }, (_, i) => `a${i}: orderFacets { count }`).join(' ')} }`],
    ['too long', `{ ${'systemStatus { watermark } '.repeat(2_000)} }`],
    [
      'too costly',
      `{ orders(first: 100) { nodes { ${Array.from({ length: 40 }, (_, i) => `c${i}: customer { orders { nodes { lines { id sku } history { id data } } } }`).join(' ')} } } }`,
    ],
  ])('%s', async (_what, text) => {
    const response = await post(query(text));
    expect(response.status).toBeLessThan(500);
    expect(await messageOf(response)).toMatch(/limit|exceed/i);
  });

  it('a body of 10 MB', async () => {
    const response = await post(query(`{ orders(search: "${'x'.repeat(10_000_000)}") { totalCount } }`)).catch(
      () => undefined,
    );
    // The connection may be closed while the body is still being sent.
    expect(response === undefined || response.status === 413).toBe(true);
  });

  it('a body of unknown length', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        `${house.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      sent.write(query('{ __typename }'));
      sent.end();
    });
    expect(status).toBe(411);
  });
});

describe('another site', () => {
  it('cannot send a form in the name of a reader', async () => {
    const response = await post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(response.status).toBe(403);
  });
  it('cannot read from a page of its own', async () => {
    expect((await post(query('{ __typename }'), { origin: 'https://evil.example' })).status).toBe(403);
  });
  it('is told apart from the dashboard', async () => {
    const response = await post(query('{ __typename }'), { origin: 'http://127.0.0.1:3000' });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
  });
  it('cannot mutate by a link', async () => {
    const response = await fetch(
      `${house.url}/graphql?query=${encodeURIComponent('mutation { cancelOrder(input: { orderId: "x", reason: "y" }) { __typename } }')}`,
    );
    expect(response.status).toBe(405);
  });
});

describe('nonsense never yields a stack, nor a 500', () => {
  const NUL = String.fromCharCode(0);
  it.each([
    ['no JSON', '{{{'],
    ['bytes', String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i))],
    ['an empty body', ''],
    ['a list', '[]'],
    [
      'wrong types',
      JSON.stringify({ query: 'query ($id: ID!) { order(id: $id) { id } }', variables: { id: { a: 1 } } }),
    ],
    ['SQL', query(`{ orders(search: "'; drop table es.events; --") { totalCount } }`)],
    [
      'a NUL in a search',
      JSON.stringify({
        query:
          'query ($s: String) { orders(search: $s) { totalCount } customers(search: $s) { totalCount } products(search: $s) { totalCount } }',
        variables: { s: `a${NUL}b` },
      }),
    ],
    [
      'a NUL in an id',
      JSON.stringify({
        query: 'query ($s: ID!) { node(id: $s) { id } order(id: $s) { id } }',
        variables: { s: `a${NUL}b` },
      }),
    ],
    [
      'a NUL in a command',
      JSON.stringify({
        query: 'mutation ($s: ID!) { cancelOrder(input: { orderId: $s, reason: "x" }) { __typename } }',
        variables: { s: `a${NUL}b` },
      }),
    ],
    [
      'a lone surrogate',
      JSON.stringify({ query: 'query ($s: String) { orders(search: $s) { totalCount } }', variables: { s: '\ud800' } }),
    ],
    ['a huge number', query('{ orders(first: 99999999999) { totalCount } }')],
    ['a cursor of nothing', query('{ orders(after: "bm90aGluZw==") { nodes { id } } }')],
    ['an odd page', query('{ orders(first: 1, last: 1) { nodes { id } } }')],
    ['a negative page', query('{ orders(first: -1) { nodes { id } } }')],
    ['a day that is none', query('{ orders(filter: { placedFrom: "2010-13-45" }) { totalCount } }')],
    ['a stream that is none', query('{ history(stream: "x") { id } }')],
    ['a command that is none', query('{ command(id: "x") { id } }')],
  ])('%s', async (_what, body) => {
    const response = await post(body);
    const text = await response.text();
    expect(response.status, text).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|prisma|at Object|\.ts:\d/i);
    expect(text).not.toContain('INTERNAL_SERVER_ERROR');
  });
});

it('a server may keep its schema to itself', async () => {
  const closed = await startApi({ ...house.env, PORT: 0, GRAPHIQL: 'off' }, createLogger('api', 'error'));
  const url = `http://127.0.0.1:${closed.port}`;
  const { errors } = await createClient(url).send('{ __schema { types { name } } }');
  expect(errors?.[0]?.message).toContain('introspection');
  expect(await createClient(url).ask('{ orders { totalCount } }')).toEqual({ orders: { totalCount: 0 } });
  expect((await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).ok).toBe(false);
  await closed.stop();
});

describe('beside GraphQL', () => {
  it('says that it lives and that it is ready', async () => {
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${house.url}/readyz`)).status).toBe(200);
  });
  it('has no document of an invoice that is none', async () => {
    expect((await fetch(`${house.url}/documents/invoices/x.pdf`)).status).toBe(404);
  });
  it('serves GraphiQL without another host', async () => {
    const page = await (await fetch(`${house.url}/graphql`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('PlaceOrder');
    expect(page).not.toMatch(/(src|href)="https?:/);
  });
});
