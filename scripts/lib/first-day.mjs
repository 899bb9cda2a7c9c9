import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtMain } from './build.mjs';
import { run } from './exec.mjs';
import { ROOT } from './paths.mjs';
import { withClient } from './postgres.mjs';
import { say, Trouble } from './say.mjs';

const DAY = join(ROOT, 'data', 'online-retail', '2010-12-01.csv.gz');

/** @param {string} url */
const isEmpty = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('select exists (select 1 from es.events) as some');
    return !rows[0].some;
  });

/**
 * Loads one real day of orders into a fresh database, by the commands a person would use. An import that was
 * interrupted is taken up again: it changes nothing that is already there.
 * @param {{ env: NodeJS.ProcessEnv, state: string }} options
 */
export const importFirstDay = async ({ env, state }) => {
  const begun = join(state, 'first-day.begun');
  if (!existsSync(begun) && !(await isEmpty(env.DATABASE_URL ?? ''))) return;
  say('Loading one real day of orders: 1 December 2010 of the Online Retail data set');
  writeFileSync(begun, '');
  const args = ['--enable-source-maps', builtMain('cli'), 'import', '--replenish', DAY];
  const { code } = await run(process.execPath, args, { env, show: true });
  if (code !== 0) throw new Trouble(`The import ended with exit ${code}.`, `npm run import -- ${DAY}`);
  rmSync(begun);
};
