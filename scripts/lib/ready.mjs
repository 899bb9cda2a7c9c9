import { relative } from 'node:path';
import { ROOT, STATE } from './paths.mjs';
import { box, say } from './say.mjs';

/**
 * Says that everything runs, and where.
 * @param {import('./stack.mjs').Stack} stack
 * @param {Record<string, number>} wanted the ports that were preferred
 * @param {import('./supervise.mjs').Supervisor} supervisor
 */
export const announce = ({ ports, env, services }, wanted, supervisor) => {
  if (supervisor.stopping()) return;
  const portOf = (/** @type {string} */ url) => Number(new URL(url).port);
  const actual = { ...ports, postgres: portOf(services.url), redis: portOf(services.redisUrl) };
  const own = new Set([...Object.keys(ports), ...services.servers.map(({ name }) => name)]);
  for (const [name, port] of Object.entries(actual))
    if (own.has(name) && port !== wanted[name]) say(`Port ${wanted[name]} was taken; ${name} listens on ${port}`);
  const addresses = [
    `Dashboard   ${env.WAYBILL_WEB_URL}`,
    `GraphQL     ${env.WAYBILL_API_URL}/graphql`,
    ...(own.has('postgres') ? [`Postgres    127.0.0.1:${actual.postgres}`] : []),
    ...(own.has('redis') ? [`Redis       127.0.0.1:${actual.redis}`] : []),
    `Logs        ${relative(ROOT, STATE) || '.'}/logs`,
  ];
  supervisor.ready(addresses, {
    DATABASE_URL: services.url,
    REDIS_URL: services.redisUrl,
    WAYBILL_API_URL: env.WAYBILL_API_URL ?? '',
  });
  box(`Waybill is ready (${process.uptime().toFixed(1)} s)`, [...addresses, '', 'Ctrl-C stops it; the data stays.']);
};
