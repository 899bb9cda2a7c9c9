import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import type { CustomerEvent } from '../customer/events.ts';
import { type CustomerRow, customers } from './customers.ts';

const fold = (...events: CustomerEvent[]): CustomerRow | undefined =>
  events.reduce<CustomerRow | undefined>(
    (row, event, index) => customers.evolve(row, recorded('c1', event, { version: index + 1 }), 'c1'),
    undefined,
  );
const at = '2026-01-05T09:00:00.000Z';
const address = { city: 'Leeds', country: 'United Kingdom' };
const registered: CustomerEvent = {
  type: 'CustomerRegistered',
  data: {
    customerId: 'c1',
    number: 'CUS-000001',
    kind: 'BUSINESS',
    name: 'Ada Ltd',
    email: null,
    address,
    vatId: null,
  },
};
const moved: CustomerEvent = {
  type: 'CustomerAddressChanged',
  data: { customerId: 'c1', address: { country: 'France' } },
};

it('shows who is registered', () =>
  expect(fold(registered)).toEqual({
    id: 'c1',
    number: 'CUS-000001',
    kind: 'BUSINESS',
    version: 1,
    name: 'Ada Ltd',
    email: null,
    country: 'United Kingdom',
    address,
    vatId: null,
    search: 'cus-000001 ada ltd',
    registeredAt: at,
    updatedAt: at,
  }));

it('follows them when they move', () =>
  expect(fold(registered, moved)).toMatchObject({ version: 2, country: 'France', address: { country: 'France' } }));

it('shows the VAT id that they have now', () => {
  const changed: CustomerEvent = { type: 'CustomerVatIdChanged', data: { customerId: 'c1', vatId: 'GB123456789' } };
  expect(fold(registered, changed)).toMatchObject({ version: 2, vatId: 'GB123456789' });
});

it('has the version that a credit limit made', () => {
  const set: CustomerEvent = { type: 'CreditLimitSet', data: { customerId: 'c1', currency: 'GBP', amount: 100 } };
  expect(fold(registered, set)).toMatchObject({ version: 2, number: 'CUS-000001' });
});

it('shows nobody who was never registered', () => expect(fold(moved)).toBeUndefined());
