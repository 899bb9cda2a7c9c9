import { eventually, type PostgresServer } from '@waybill/testing';
import { type Audit, audit } from './audit.ts';
import { furnish, type Installation, install } from './installation.ts';
import { placeOrders } from './place-orders.ts';
import { tamper } from './tamper.ts';
import { type Watcher, watch } from './watcher.ts';

export interface Scenario {
  readonly name: string;
  readonly orders: number;
  readonly clients: number;
  /** What happens on the way, each after a share of the orders (0 to 1). */
  readonly faults: readonly { readonly at: number; readonly cause: (house: Installation) => Promise<unknown> }[];
}

/** One worker and one API are gone from one moment to the next. */
export const killing: Scenario['faults'] = [
  { at: 0.3, cause: ({ workers }) => workers[0]?.kill('SIGKILL') ?? Promise.reject(new Error('no worker')) },
  { at: 0.6, cause: ({ apis }) => apis[0]?.kill('SIGKILL') ?? Promise.reject(new Error('no API')) },
];
/** Redis forgets everything, and later ends and comes back empty. */
export const wiping: Scenario['faults'] = [
  { at: 0.3, cause: ({ redis }) => redis.wipe() },
  { at: 0.6, cause: ({ redis }) => redis.crash() },
];

/** Nothing is under way any more, and every subscriber has heard of the last event. */
const settled = async ({ database }: Installation, watchers: readonly Watcher[]): Promise<void> => {
  const state = async () => {
    const { rows } = await database.pool.query<{ waiting: string; last: string }>(
      `select (select count(*) from es.outbox)::text as waiting, (select max(position) from es.events)::text as last`,
    );
    return rows[0] ?? { waiting: '?', last: '?' };
  };
  let before = await state();
  await eventually(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const now = await state();
      const quiet = now.waiting === '0' && now.last === before.last;
      before = now;
      return quiet && watchers.every(({ seen }) => seen.at(-1)?.cursor === now.last);
    },
    { within: 60_000 },
  ).catch((error: unknown) => {
    const heard = watchers.map(({ seen, problems }) => ({ last: seen.at(-1)?.cursor, problems }));
    throw new Error(`It did not come to rest: ${JSON.stringify({ ...before, heard })}`, { cause: error });
  });
};

/** A worker stands still in the middle of its work, and wakes up believing that nothing happened. */
export const freezing: Scenario['faults'] = [
  { at: 0.2, cause: async ({ workers }) => process.kill(workers[0]?.pid ?? 0, 'SIGSTOP') },
  { at: 0.7, cause: async ({ workers }) => process.kill(workers[0]?.pid ?? 0, 'SIGCONT') },
];

export interface Survival {
  /** What must be zero. */
  readonly result: Audit;
  /** The same audit after something was lost and doubled on purpose: it must say so. */
  readonly control: Audit;
}

/** Runs a scenario on an installation of its own, and prints the figures. */
export const survive = async (scenario: Scenario, postgres?: PostgresServer): Promise<Survival> => {
  const { name, orders, clients, faults } = scenario;
  const house = await install(postgres);
  const watchers: Watcher[] = [];
  try {
    const customerId = await furnish(house);
    watchers.push(watch({ urls: house.urls }), watch({ urls: [...house.urls].reverse() }));
    const began = performance.now();
    const run = await placeOrders({
      urls: house.urls,
      clients,
      orders,
      customerId,
      faults: faults.map(({ at, cause }) => ({ after: Math.ceil(orders * at), cause: () => cause(house) })),
    });
    const seconds = (performance.now() - began) / 1_000;
    await settled(house, watchers);
    const result = await audit(house.database.pool, run.acknowledged, watchers);
    const figures = {
      commands: run.acknowledged.length,
      perSecond: Math.round(orders / seconds),
      faults: faults.length,
      sentAgain: run.retries,
      ofThoseDoneAlready: run.duplicates,
      connections: watchers.map(({ connections }) => connections()),
      notifications: watchers.map(({ seen }) => seen.length),
      ...result,
    };
    process.stdout.write(`\n${name}: ${JSON.stringify(figures)}\n`);
    const control = await audit(house.database.pool, run.acknowledged, await tamper(house.database.pool, watchers));
    return { result, control };
  } finally {
    for (const { stop } of watchers) stop();
    await house.remove();
  }
};

/** What an audit must say, whatever happened, and what its control must. */
export const nothingWrong = { lost: 0, invented: 0, doubled: 0, disordered: 0, stuck: 0 };
export const noticed = { lost: 2, invented: 0, doubled: 2, disordered: 1, stuck: 0 };
