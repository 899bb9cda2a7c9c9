import { demoCompany } from '@waybill/billing/module';
import {
  type PostgresServer,
  type SpawnedApp,
  spawnApp,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@waybill/testing';
import { askAny } from './graphql.ts';

/** A whole installation of one's own: two API and two worker processes on one database and one Redis. */
export interface Installation {
  readonly database: TestDatabase;
  readonly redis: TestRedis;
  readonly apis: readonly SpawnedApp[];
  readonly workers: readonly SpawnedApp[];
  readonly urls: readonly string[];
  readonly remove: () => Promise<void>;
}

/** Without a Postgres of its own it takes a database of the run's. */
export const install = async (postgres?: PostgresServer): Promise<Installation> => {
  const [database, redis] = await Promise.all([testDatabase(postgres), testRedis()]);
  const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, LOG_LEVEL: 'warn' };
  const [apis, workers] = await Promise.all([
    Promise.all([spawnApp('api', env), spawnApp('api', env)]),
    Promise.all([spawnApp('worker', env), spawnApp('worker', env)]),
  ]);
  const remove = async () => {
    await Promise.all([...apis, ...workers].map((app) => app.kill('SIGKILL')));
    await redis.stop();
    await database.drop();
  };
  return { database, redis, apis, workers, urls: apis.map(({ url }) => url), remove };
};

const REGISTER = `mutation ($input: RegisterCustomerInput!) {
  registerCustomer(input: $input) { __typename ... on CommandPayload { id } ... on Error { message } }
}`;
const SAVE = `mutation ($input: SaveProductInput!) {
  saveProduct(input: $input) { __typename ... on CommandPayload { id } ... on Error { message } }
}`;

const COMPANY = `mutation ($input: ChangeCompanyInput!) {
  changeCompany(input: $input) { __typename ... on CommandPayload { id } ... on Error { message } }
}`;

/** What every order needs: somebody who sells, a customer, and two products of 2.55 and 3.39 pounds. Answers with the customer's id. */
export const furnish = async ({ urls }: Pick<Installation, 'urls'>): Promise<string> => {
  await expectPayload('changeCompany', await askAny(urls, 0, COMPANY, { input: demoCompany }));
  for (const [sku, unitPrice] of [
    ['85123A', '2.55'],
    ['71053', '3.39'],
  ]) {
    const input = { sku, unitPrice, description: `Product ${sku}`, taxCode: 'STANDARD', taxRate: '20' };
    await expectPayload('saveProduct', await askAny(urls, 0, SAVE, { input }));
  }
  const address = { line1: '1 High Street', city: 'London', postcode: 'N1 1AA', country: 'GB' };
  const input = { name: 'Ana Lima', address };
  return expectPayload('registerCustomer', await askAny(urls, 0, REGISTER, { input }));
};

interface Result {
  readonly __typename: string;
  readonly id?: string;
  readonly message?: string;
}

const expectPayload = (field: string, data: Readonly<Record<string, Result>>): string => {
  const result = data[field];
  if (!result?.id) throw new Error(`${field}: ${result?.__typename}: ${result?.message}`);
  return result.id;
};
