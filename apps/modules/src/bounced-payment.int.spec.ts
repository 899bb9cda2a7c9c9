import { derivedId } from '@waybill/kernel';
import { type TestDatabase, testDatabase } from '@waybill/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type Shop } from './fixtures/shop.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
let database: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
  shop = await openShop(database.url, database.ownerUrl);
});
afterAll(async () => {
  await shop.close();
  await database.drop();
});

const send = async (type: string, data: Record<string, unknown>) => {
  const outcome = await shop.engine.execute({ type, data, actor: ana });
  if (outcome.status !== 'accepted') throw new Error(`${type}: ${outcome.refusal.message}`);
  await shop.settle();
};
const pay = (orderId: string, reference: string) =>
  send('RecordIncomingPayment', { orderId, channel: 'bank', reference, amount: 1_836, currency: 'GBP' });
const standing = async (orderId: string) =>
  (
    await database.pool.query('select status, paid::int, open::int from billing.invoices where order_id = $1', [
      orderId,
    ])
  ).rows;

it('opens its invoice again until it is paid anew, and the books agree', async () => {
  const orderId = await shop.place();
  await shop.settle();
  await pay(orderId, 'TRX-1');
  expect(await standing(orderId)).toEqual([{ status: 'PAID', paid: 1_836, open: 0 }]);
  const paymentId = derivedId('payment', 'bank', 'TRX-1');
  await send('FailPayment', { paymentId, orderId, reason: 'the direct debit was returned' });
  expect(await standing(orderId)).toEqual([{ status: 'OPEN', paid: 0, open: 1_836 }]);
  await pay(orderId, 'TRX-2');
  expect(await standing(orderId)).toEqual([{ status: 'PAID', paid: 1_836, open: 0 }]);
  const { rows } = await database.pool.query(
    `select sum(balance)::int as balance from payments.accounts where account_id like 'CUSTOMER:%'`,
  );
  expect(rows).toEqual([{ balance: 0 }]);
});
