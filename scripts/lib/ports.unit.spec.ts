import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { freePort } from './ports.mjs';

it('takes the preferred port where it is free, and the next one where it is taken', async () => {
  const free = await freePort();
  expect(await freePort(free)).toBe(free);
  const server = createServer().listen(free, '127.0.0.1');
  await once(server, 'listening');
  expect(await freePort(free)).toBeGreaterThan(free);
  server.close();
});
