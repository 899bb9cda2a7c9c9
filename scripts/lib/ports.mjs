import { createServer } from 'node:net';

/**
 * Whether a port of this machine can be listened on.
 * @param {number} port
 * @param {string} [host]
 */
const canListen = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(bound));
    });
  });

/**
 * The preferred port if it is free, else the next free one above it, else any.
 * @param {number} [preferred] 0: any
 * @returns {Promise<number>}
 */
export const freePort = async (preferred = 0) => {
  if (preferred > 0)
    for (let port = preferred; port < preferred + 20; port += 1) if (await canListen(port)) return port;
  const port = await canListen(0);
  if (!port) throw new Error('No free port on 127.0.0.1.');
  return port;
};
