import { expect, it } from 'vitest';
import { paymentActions } from './available-actions.ts';

it('asks nobody for money where nothing is left to collect', () => {
  for (const status of ['NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID'] as const)
    expect(paymentActions({ status })).toEqual([{ name: 'recordIncomingPayment' }]);
  for (const status of ['PAID', 'CANCELLED'] as const)
    expect(paymentActions({ status })).toMatchObject([{ refusal: { code: 'NothingToCollect', details: { status } } }]);
});
