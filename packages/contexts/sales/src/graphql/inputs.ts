import { AddressInput, builder, MoneyInput } from '@waybill/graphql';
import { PriceBasisRef } from './terms.ts';

const UnitPriceInput = builder.inputType('UnitPriceInput', {
  description: "Major units, per piece; without tax, or with it where the order's prices are GROSS.",
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
  prices: t.field({
    type: PriceBasisRef,
    defaultValue: 'NET',
    description:
      "Whether the order's prices are without tax, or with it (GROSS): for all of its lines, and for good. The catalogue's are net, and the tax is put on them.",
  }),
  deliveryAddress: t.field({ type: AddressInput, description: "Left out: the customer's." }),
  billingAddress: t.field({ type: AddressInput, description: "Left out: the customer's." }),
});

export const discountFields = (t: Fields) => ({
  description: t.string({ description: 'As it stands on the invoice.' }),
  percent: t.field({ type: 'Decimal', description: 'Or an amount, one of the two.' }),
  amount: t.field({ type: MoneyInput }),
  lineId: t.id({ description: 'The line it is taken off; left out: the whole order.' }),
});

const OrderItemInput = builder.inputType('OrderItemInput', { fields: itemFields });
const OrderChargeInput = builder.inputType('OrderChargeInput', { fields: chargeFields });
const OrderDiscountInput = builder.inputType('OrderDiscountInput', { fields: discountFields });
export const OrderLinePiecesInput = builder.inputType('OrderLinePiecesInput', {
  fields: (t) => ({
    lineId: t.id({ required: true }),
    quantity: t.field({ type: 'Quantity', required: true }),
  }),
});

export const WholeOrderInput = builder.inputType('WholeOrderInput', {
  description: 'A whole order in one command.',
  fields: (t) => ({
    ...headerFields(t),
    items: t.field({ type: [OrderItemInput], required: true }),
    charges: t.field({ type: [OrderChargeInput] }),
    discounts: t.field({ type: [OrderDiscountInput] }),
    externalId: t.string(),
  }),
});
