import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { draft, orderId, placed, york } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands } from './commands.ts';

const order = specOf(Order, expect);

for (const [which, command, type] of [
  ['delivery', orderCommands.SetDeliveryAddress, 'DeliveryAddressChanged'],
  ['billing', orderCommands.SetBillingAddress, 'BillingAddressChanged'],
] as const)
  describe(`Setting the ${which} address`, () => {
    const toYork = { orderId, customerId: 'c1', address: york };
    const changed = { type, data: { customerId: 'c1', address: york } };

    it('records the new one', () =>
      order
        .given(...draft)
        .when(command, toYork)
        .then(changed));

    it("is kept under the key of the order's customer, whoever the command names", () =>
      order
        .given(...draft)
        .when(command, { ...toYork, customerId: 'c2' })
        .then(changed));

    it('does nothing where it is so already', () =>
      order
        .given(...draft, changed)
        .when(command, toYork)
        .thenNothing());

    it('is refused without an address, once placed, and for an order that does not exist', () => {
      order
        .given(...draft)
        .when(command, { ...toYork, address: null })
        .thenRefused('AddressMissing', { address: which });
      order
        .given(...placed)
        .when(command, toYork)
        .thenRefused('OrderNotEditable', { status: 'PLACED' });
      order.given().when(command, toYork).thenRefused('OrderUnknown', { orderId });
    });
  });
