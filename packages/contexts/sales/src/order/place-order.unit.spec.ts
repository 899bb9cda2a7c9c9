import type { CommandData } from '@waybill/engine';
import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  addressed,
  cancellationRequested,
  cancelled,
  completed,
  confirmed,
  customer,
  draft,
  drafted,
  leeds,
  mugs,
  mugsAdded,
  orderId,
  placed,
  placedEvents,
  postage,
  york,
} from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);

describe('Placing a draft', () => {
  const place = { orderId, customerId: null, order: null, channel: 'web', terms: null, shortage: 'BACKORDER' } as const;

  it('tells everybody, billing and shipping', () =>
    order
      .given(...draft)
      .when(commands.PlaceOrder, place)
      .then(...placedEvents()));

  it('with gross prices is told so, and its lines are the total', () => {
    const gross = { ...drafted, data: { ...drafted.data, prices: 'GROSS' as const } };
    const { decision } = order.given(gross, ...draft.slice(1)).when(commands.PlaceOrder, place);
    expect(decision).toMatchObject({
      events: [
        { data: { prices: 'GROSS', net: 1_608, tax: 322, total: 1_930 } },
        { data: { prices: 'GROSS', lines: [{ unitPrice: '2.55', amount: 1_530 }, { amount: 400 }] } },
        {},
      ],
    });
  });

  it('bills where it was told to', () => {
    const billing = { type: 'BillingAddressChanged', data: { customerId: 'c1', address: york } } as const;
    const { decision } = order.given(...draft, billing).when(commands.PlaceOrder, place);
    expect(decision).toMatchObject({
      events: [{}, { data: { billingAddress: york } }, { data: { deliveryAddress: leeds } }],
    });
  });

  it('counts for the day of the business where it was placed', () => {
    const occurredAt = new Date('2026-06-30T23:30:00Z'); // half past midnight in London
    const { decision } = order.given(...draft).when(commands.PlaceOrder, place, { occurredAt });
    expect(decision).toMatchObject({ events: [{ data: { placedOn: '2026-07-01' } }, {}, {}] });
  });

  it('does nothing where it is placed already', () => {
    order
      .given(...placed)
      .when(commands.PlaceOrder, place)
      .thenNothing();
    order
      .given(...placed, confirmed)
      .when(commands.PlaceOrder, place)
      .thenNothing();
    order
      .given(...placed, confirmed, completed)
      .when(commands.PlaceOrder, place)
      .thenNothing();
  });

  it('is refused without lines', () => {
    order.given(drafted, addressed).when(commands.PlaceOrder, place).thenRefused('OrderEmpty', {});
    const removed = { type: 'ItemRemovedFromOrder', data: { lineId: 'L1' } } as const;
    order.given(drafted, addressed, mugsAdded, removed).when(commands.PlaceOrder, place).thenRefused('OrderEmpty', {});
  });

  it('is refused without a delivery address', () =>
    order
      .given(drafted, mugsAdded)
      .when(commands.PlaceOrder, place)
      .thenRefused('AddressMissing', { address: 'delivery' }));

  it('is refused where it was cancelled, or is about to be', () => {
    order
      .given(...draft, cancelled)
      .when(commands.PlaceOrder, place)
      .thenRefused('OrderNotEditable', { status: 'CANCELLED' });
    order
      .given(...placed, cancellationRequested)
      .when(commands.PlaceOrder, place)
      .thenRefused('OrderNotEditable', { status: 'CANCELLING' });
  });

  it('is refused where there is no draft', () =>
    order.given().when(commands.PlaceOrder, place).thenRefused('OrderUnknown', { orderId }));
});

describe('Placing a whole order in one command', () => {
  const whole: NonNullable<CommandData<typeof commands.PlaceOrder>['order']> = {
    number: 'ORD-2026-000001',
    ...customer,
    currency: 'GBP',
    prices: 'NET',
    deliveryAddress: leeds,
    billingAddress: leeds,
    items: [mugs],
    charges: [postage],
    discounts: [],
    externalId: null,
  };
  const place = {
    orderId,
    customerId: 'c1',
    order: whole,
    channel: 'web',
    terms: null,
    shortage: 'BACKORDER',
  } as const;
  const placeWith = (over: Partial<typeof whole>) => ({ ...place, order: { ...whole, ...over } });

  it('is the same as drafting and placing it', () => {
    order
      .given()
      .when(commands.PlaceOrder, place)
      .then(...placedEvents());
    const ids = {
      status: 'PLACED',
      number: 'ORD-2026-000001',
      customerId: 'c1',
      deliveryAddress: leeds,
      billingAddress: leeds,
    };
    expect(order.given(...placedEvents()).state).toMatchObject(ids);
    expect(order.given(...placedEvents()).state?.lines.map(({ amount }) => amount)).toEqual([1530, 400]);
  });

  it('may hold nothing but charges', () => {
    const { decision } = order.given().when(commands.PlaceOrder, placeWith({ items: [] }));
    expect(decision).toMatchObject({ events: [{ data: { goods: [], total: 480 } }, {}, { data: { lines: [] } }] });
  });

  it('takes the same document from the same channel again as the first', () => {
    const document = { ...placeWith({ externalId: '536365' }), channel: 'online-retail' };
    const known = placedEvents({ channel: 'online-retail', externalId: '536365' });
    order
      .given(...known)
      .when(commands.PlaceOrder, document)
      .thenNothing();
    order
      .given(...known, confirmed, completed)
      .when(commands.PlaceOrder, document)
      .thenNothing();
    order
      .given(...known)
      .when(commands.PlaceOrder, { ...document, channel: 'edi' })
      .thenRefused('OrderAlreadyExists', { orderId });
  });

  it('is refused under an id that is taken', () => {
    order
      .given(...placed)
      .when(commands.PlaceOrder, place)
      .thenRefused('OrderAlreadyExists', { orderId });
    order.given(drafted).when(commands.PlaceOrder, place).thenRefused('OrderAlreadyExists', { orderId });
  });

  it('is refused without lines', () =>
    order
      .given()
      .when(commands.PlaceOrder, placeWith({ items: [], charges: [] }))
      .thenRefused('OrderEmpty', {}));

  for (const quantity of [0, -1, 1.5, 1e9])
    it(`is refused with a quantity of ${quantity}`, () =>
      order
        .given()
        .when(commands.PlaceOrder, placeWith({ items: [{ ...mugs, quantity }] }))
        .thenRefused('QuantityNotAllowed', { sku: 'MUG', quantity: String(quantity) }));

  it('is refused with a price in another currency', () =>
    order
      .given()
      .when(commands.PlaceOrder, placeWith({ charges: [{ ...postage, currency: 'EUR' }] }))
      .thenRefused('CurrencyMismatch', { sku: 'POST', expected: 'GBP', actual: 'EUR' }));

  it('is refused in a currency that does not exist', () =>
    order
      .given()
      .when(commands.PlaceOrder, placeWith({ currency: 'XYZ' }))
      .thenRefused('CurrencyUnknown', { currency: 'XYZ' }));

  it('is refused where two lines have one id', () =>
    order
      .given()
      .when(commands.PlaceOrder, placeWith({ items: [mugs, mugs] }))
      .thenRefused('LineAlreadyExists', { lineId: 'L1' }));
});

describe('What other contexts are told', () => {
  const [, forBilling, forShipping] = placedEvents();
  it('billing sees no weights', () => expect(JSON.stringify(forBilling)).not.toMatch(/weight/i));
  it('shipping sees no prices', () => expect(JSON.stringify(forShipping)).not.toMatch(/price|amount|tax|total/i));
});
