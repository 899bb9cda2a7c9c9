import { derivedId } from '@waybill/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnShop, ownShop } from './fixtures/own-database.ts';

let shop: OwnShop;

beforeAll(async () => {
  shop = await ownShop();
});
afterAll(() => shop.close());

const send = async (type: string, data: Record<string, unknown>) => {
  await shop.send(type, data);
  await shop.settle();
};
const pay = (orderId: string, reference: string) =>
  send('RecordIncomingPayment', { orderId, channel: 'bank', reference, amount: 1_836, currency: 'GBP' });
const standing = async (orderId: string) =>
  (
    await shop.database.pool.query('select status, paid::int, open::int from billing.invoices where order_id = $1', [
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
  const { rows } = await shop.database.pool.query(
    `select sum(balance)::int as balance from payments.accounts where account_id like 'CUSTOMER:%'`,
  );
  expect(rows).toEqual([{ balance: 0 }]);
});
