import { expect, it } from 'vitest';
import { prepareCustomers } from './prepare-customers.ts';

const { RegisterCustomer: prepare } = prepareCustomers({ next: async () => 'CUS-000001' });
const ada = { name: 'Ada Ltd', address: { country: 'United Kingdom' } };

it('gives a new customer an id and a number', async () =>
  expect(await prepare?.(ada)).toEqual({
    kind: 'prepared',
    data: {
      ...ada,
      customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      number: 'CUS-000001',
      kind: 'BUSINESS',
      email: null,
    },
  }));

it('keeps those that the client gives', async () => {
  const given = {
    ...ada,
    customerId: '0194a000-0000-7000-8000-00000000000a',
    number: '17850',
    kind: 'COUNTER_SALE',
    email: 'a@b.uk',
  };
  expect(await prepare?.(given)).toEqual({ kind: 'prepared', data: given });
});

it('refuses an id that is none', async () =>
  expect(await prepare?.({ ...ada, customerId: 'ada' })).toMatchObject({
    refusal: { code: 'InvalidInput', details: { path: 'customerId' } },
  }));
