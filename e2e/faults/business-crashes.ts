import { demoCompany } from '@waybill/billing/module';
import { postgresCatalog } from '@waybill/catalog/module';
import { derivedId } from '@waybill/kernel';
import type { TestDatabase } from '@waybill/testing';
import type { Pool } from 'pg';
import { backlog, type Insider, openInsider } from './business-books.ts';
import type { Random } from './business-random.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const LEEDS = { line1: '1 Mill Lane', city: 'Leeds', country: 'United Kingdom' };

/** A command as if a person had sent it to this engine; answers with the aggregate's id, or why not. */
export const act = async (
  { engine }: Insider,
  type: string,
  data: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const outcome = await engine.execute({ type, data, actor: ana });
  return outcome.status === 'accepted' ? outcome.aggregateId : outcome.refusal.code;
};

/** A customer, and a mug of £2.55 with 20 % tax. */
export const stock = async (insider: Insider): Promise<string> => {
  const mug = { sku: 'MUG', description: 'Red mug', unitPrice: '2.55', currency: 'GBP', weightGrams: 300 };
  await postgresCatalog(insider.pool).save({ ...mug, taxCode: 'STANDARD', taxRate: '20' }, { actor: ana });
  await act(insider, 'ChangeCompany', { ...demoCompany });
  return act(insider, 'RegisterCustomer', { name: 'Ada Ltd', address: LEEDS });
};
export const place = (insider: Insider, customerId: string): Promise<string> =>
  act(insider, 'PlaceOrder', { order: { customerId, items: [{ sku: 'MUG', quantity: 1 }] } });
export const TOTAL = 306;
export const pay = (insider: Insider, orderId: string, reference = `for ${orderId}`): Promise<string> =>
  act(insider, 'RecordIncomingPayment', { orderId, channel: 'bank', reference, amount: TOTAL, currency: 'GBP' });
export const deliveryOf = (orderId: string): string => derivedId('delivery', orderId, 1);

/** The connection is gone: before the statement reached the server, or before its answer came back. */
export class Lost extends Error {}

/** Statements by which consumers write what they made of what they had read. */
const WRITES = /^(save |process-step|effect-step|outbox-outcome)/;

/** A pool whose writes are lost now and then, on the way there or on the way back. */
const unreliable = (pool: Pool, random: Random, lost: () => void): Pool =>
  new Proxy(pool, {
    get(target, key) {
      const value = Reflect.get(target, key, target) as unknown;
      if (key !== 'query' || typeof value !== 'function')
        return typeof value === 'function' ? value.bind(target) : value;
      return async (...args: unknown[]) => {
        const name = (args[0] as { name?: string } | undefined)?.name ?? '';
        const when = WRITES.test(name) && random.chance(0.25) ? random.pick(['before', 'after']) : 'never';
        if (when === 'before') {
          lost();
          throw new Lost(`${name} was not sent`);
        }
        const answer = await (value as (...given: unknown[]) => Promise<unknown>).apply(target, args);
        if (when === 'after') {
          lost();
          throw new Lost(`the answer to ${name} was lost`);
        }
        return answer;
      };
    },
  });

/** Drains with engines that die in the middle, each replaced by a new one, until there is nothing left to do. */
export const drainThroughCrashes = async (database: TestDatabase, random: Random, shop: Insider) => {
  let crashes = 0;
  let generations = 0;
  const lost = () => {
    crashes += 1;
  };
  /** Works until it loses its connection, then does nothing any more: the other one, or the next ones, go on. */
  const work = async ({ engine }: Insider) => {
    for (let alive = true, rounds = 0; alive && rounds < 20; rounds += 1) {
      const drained = await Promise.all(
        random.shuffled(engine.consumers).map((consumer) =>
          consumer.drain(50).catch((error: unknown) => {
            if (error instanceof Lost) return undefined;
            throw error;
          }),
        ),
      );
      alive = drained.every((done) => done !== undefined);
      if (drained.every((done) => done?.handled === 0) && (await backlog(shop)).length === 0) return;
    }
  };
  while ((await backlog(shop)).length > 0) {
    const workers = [0, 1].map(() => openInsider(database.url, (pool) => unreliable(pool, random, lost)));
    generations += 1;
    await Promise.all(workers.map(work));
    await Promise.all(workers.map(({ close }) => close()));
  }
  return { crashes, generations };
};
