import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { addressed, customer, draft, drafted, leeds, orderId, york } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const wanted = {
  orderId,
  number: 'ORD-2026-000001',
  ...customer,
  currency: 'GBP',
  prices: 'NET' as const,
  deliveryAddress: leeds,
  billingAddress: null,
};

describe('Drafting an order', () => {
  it('records whose it is and where it goes', () =>
    order.given().when(commands.DraftOrder, wanted).then(drafted, addressed));

  it('records a billing address of its own', () =>
    order
      .given()
      .when(commands.DraftOrder, { ...wanted, billingAddress: york })
      .then(drafted, addressed, { type: 'BillingAddressChanged', data: { customerId: 'c1', address: york } }));

  it('leaves a missing address for later', () =>
    order
      .given()
      .when(commands.DraftOrder, { ...wanted, deliveryAddress: null })
      .then(drafted));

  it('says from its beginning whether prices are gross', () =>
    order
      .given()
      .when(commands.DraftOrder, { ...wanted, deliveryAddress: null, prices: 'GROSS' })
      .then({ type: 'OrderDrafted', data: { ...drafted.data, prices: 'GROSS' } }));

  it('is refused under an id that is taken', () =>
    order
      .given(...draft)
      .when(commands.DraftOrder, wanted)
      .thenRefused('OrderAlreadyExists', { orderId }));

  it('is refused in a currency that does not exist', () =>
    order
      .given()
      .when(commands.DraftOrder, { ...wanted, currency: 'POUNDS' })
      .thenRefused('CurrencyUnknown', { currency: 'POUNDS' }));
});
