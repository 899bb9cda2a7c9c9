import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createChangeFeed } from './change-feed.ts';

type Request = { variables: { after?: string } };
const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** An API that answers each subscription the way the test says, and can hang up. */
const serve = async (answer: (request: Request, stream: ServerResponse, turn: number) => void) => {
  const asked: Request[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: Request = JSON.parse(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':\n\n');
      answer(body, response, asked.push(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};

const change = (position: number) => ({
  __typename: 'Change',
  cursor: `c${position}`,
  event: 'OrderPlaced',
  stream: `order-${position}`,
  aggregateId: String(position),
  keys: [],
  topics: [],
  summary: 'Order placed',
  position,
  recordedAt: new Date().toISOString(),
  actor: { name: 'Ana', kind: 'user' },
});
const send = (stream: ServerResponse, changes: object) =>
  stream.write(`event: next\ndata: ${JSON.stringify({ data: { changes } })}\n\n`);

const follow = (url: string) => {
  const feed = createChangeFeed(url, () => ({}));
  const seen: number[] = [];
  const gaps = vi.fn();
  feed.onChange(({ position }) => seen.push(position));
  feed.onGap(gaps);
  cleanUps.push(feed.start());
  return { feed, seen, gaps };
};

it('goes on after the last cursor when the connection breaks, and shows each change once', async () => {
  const { url, asked } = await serve((_, stream, turn) => {
    if (turn === 1) {
      send(stream, change(1));
      send(stream, change(2));
      setTimeout(() => stream.destroy(), 50);
    } else {
      // A server may repeat the one at the cursor; it is shown once.
      send(stream, change(2));
      send(stream, change(3));
    }
  });
  const { feed, seen } = follow(url);
  await vi.waitFor(() => expect(seen).toEqual([1, 2, 3]), 5_000);
  expect(asked.map(({ variables }) => variables.after)).toEqual([undefined, 'c2']);
  expect(feed.state.get().status).toBe('live');
});

it('starts again where the server ends the stream by itself', async () => {
  const { url, asked } = await serve((_, stream, turn) => {
    if (turn === 1) {
      send(stream, change(1));
      stream.end('event: complete\ndata: \n\n');
    } else send(stream, change(2));
  });
  const { seen } = follow(url);
  await vi.waitFor(() => expect(seen).toEqual([1, 2]), 5_000);
  expect(asked[1]?.variables.after).toBe('c1');
});

it('has everything read again when the cursor is too old, and goes on from the new one', async () => {
  const { url, asked } = await serve((_, stream, turn) => {
    if (turn === 1) {
      send(stream, { __typename: 'TooLongAway', cursor: 'c90' });
      setTimeout(() => stream.destroy(), 50);
    } else send(stream, change(91));
  });
  const { seen, gaps } = follow(url);
  await vi.waitFor(() => expect(seen).toEqual([91]), 5_000);
  // Once for the connection without a cursor, once for the gap.
  expect(gaps).toHaveBeenCalledTimes(2);
  expect(asked[1]?.variables.after).toBe('c90');
});
