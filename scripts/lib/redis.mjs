import { connect } from 'node:net';
import { freePort } from './ports.mjs';
import { launch, untilReady } from './processes.mjs';
import { redisProgram } from './redis-program.mjs';

/** Asks a Redis for a sign of life. @param {number} port @returns {Promise<boolean>} */
const ping = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });

/**
 * @typedef {object} Redis a running server
 * @property {import('./processes.mjs').Started} server
 * @property {number} port
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a Redis of our own on 127.0.0.1. It carries hints and jobs, nothing that could not be made again.
 * @param {object} options
 * @param {string} options.dir
 * @param {string} options.log
 * @param {number} [options.port] preferred
 * @returns {Promise<Redis>}
 */
export const startRedis = async ({ dir, log, port: preferred = 0 }) => {
  const { path, env } = await redisProgram();
  const port = await freePort(preferred);
  const settings = { bind: '127.0.0.1', port, dir, save: '300 1', appendonly: 'no', 'maxmemory-policy': 'noeviction' };
  const flags = Object.entries(settings).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const server = launch('redis', path, flags, { log, env });
  await untilReady(server, () => ping(port), 15_000);
  return { server, port, url: `redis://127.0.0.1:${port}`, stop: () => server.stop('SIGTERM') };
};
