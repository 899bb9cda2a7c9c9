import { expect, it } from 'vitest';
import { prepareCredit, prepareMatch } from './match-payment.ts';

it('finds the order by its number, and refuses one that there is not', async () => {
  const prepare = prepareMatch({ find: async (name) => (name === 'ORD-1' ? { orderId: 'o-1' } : undefined) });
  expect(await prepare({ paymentId: 'p', orderId: ' ORD-1 ', amount: 5 })).toEqual({
    kind: 'prepared',
    data: { paymentId: 'p', orderId: 'o-1', amount: 5 },
  });
  for (const orderId of ['ORD-2', '', undefined])
    expect(await prepare({ orderId })).toMatchObject({ kind: 'refused', refusal: { code: 'PaidOrderUnknown' } });
});

it('keeps money for customers that there are', async () => {
  const prepare = prepareCredit({ find: async (customerId) => (customerId === 'c-1' ? {} : null) });
  expect(await prepare({ customerId: 'c-1', amount: 5 })).toEqual({
    kind: 'prepared',
    data: { customerId: 'c-1', amount: 5 },
  });
  for (const customerId of ['c-2', '', undefined])
    expect(await prepare({ customerId })).toMatchObject({ kind: 'refused', refusal: { code: 'CreditorUnknown' } });
});
