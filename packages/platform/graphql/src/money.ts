import { formatMoney, type Money } from '@waybill/kernel';
import { builder } from './builder.ts';

/** Money in the schema, from minor units and their currency. */
export const MoneyRef = builder.objectRef<Money>('Money').implement({
  fields: (t) => ({
    amount: t.expose('amount', { type: 'BigInt', description: 'Minor units: pence, cents.' }),
    currency: t.exposeString('currency'),
    formatted: t.string({ description: 'For people: £58,960.79.', resolve: formatMoney }),
  }),
});

/** Minor units as a row holds them, with the row's currency. */
export const money = (amount: bigint | number, currency: string): Money => ({ amount: Number(amount), currency });

export const MoneyInput = builder.inputType('MoneyInput', {
  description: 'Minor units.',
  fields: (t) => ({ amount: t.field({ type: 'BigInt', required: true }), currency: t.string({ required: true }) }),
});
