import { AddressInput, builder } from '@waybill/graphql';

const UnitPriceInput = builder.inputType('UnitPriceInput', {
  description: 'Major units, per piece.',
  fields: (t) => ({
    amount: t.field({ type: 'Decimal', required: true }),
    currency: t.string({ required: true }),
  }),
});

type Fields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

export const itemFields = (t: Fields) => ({
  sku: t.string({ required: true }),
  quantity: t.field({ type: 'Quantity', required: true }),
  unitPrice: t.field({ type: UnitPriceInput, description: "Left out: the catalogue's price." }),
});

export const chargeFields = (t: Fields) => ({
  code: t.string({ required: true, description: 'E.g. POST.' }),
  description: t.string(),
  quantity: t.field({ type: 'Quantity', defaultValue: 1 }),
  unitPrice: t.field({ type: UnitPriceInput, required: true }),
});

export const headerFields = (t: Fields) => ({
  customerId: t.id({ required: true }),
  currency: t.string({ defaultValue: 'GBP' }),
  deliveryAddress: t.field({ type: AddressInput, description: "Left out: the customer's." }),
  billingAddress: t.field({ type: AddressInput, description: "Left out: the customer's." }),
});

const OrderItemInput = builder.inputType('OrderItemInput', { fields: itemFields });
const OrderChargeInput = builder.inputType('OrderChargeInput', { fields: chargeFields });

export const WholeOrderInput = builder.inputType('WholeOrderInput', {
  description: 'A whole order in one command.',
  fields: (t) => ({
    ...headerFields(t),
    items: t.field({ type: [OrderItemInput], required: true }),
    charges: t.field({ type: [OrderChargeInput] }),
    externalId: t.string(),
  }),
});
