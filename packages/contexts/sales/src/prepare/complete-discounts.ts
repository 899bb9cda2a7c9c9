import type { CommandData } from '@waybill/engine';
import { newId, type Refusal } from '@waybill/kernel';
import type { orderCommands } from '../order/commands.ts';
import { CurrencyMismatch } from '../order/refusals.ts';
import type { DiscountInput } from './client-input.ts';

type Discount = Omit<CommandData<typeof orderCommands.ApplyDiscount>, 'orderId'>;

/** With an id and a text; those of a whole order are named D1, D2, … */
export const completeDiscounts = (given: readonly DiscountInput[]): Discount[] =>
  given.map((discount, index) => completeDiscount(discount, `D${index + 1}`));

export const completeDiscount = (given: DiscountInput, discountId: string = newId()): Discount => {
  const { amount } = given;
  return {
    discountId: given.discountId ?? discountId,
    description: given.description ?? 'Discount',
    percent: given.percent ?? null,
    amount: typeof amount === 'number' ? amount : (amount?.amount ?? null),
    lineId: given.lineId ?? null,
  };
};

/** Why not, where an amount is in another currency than the order. */
export const foreignCurrency = (given: readonly DiscountInput[], orderCurrency: string): Refusal | null => {
  for (const { amount, description } of given)
    if (typeof amount === 'object' && amount && amount.currency !== orderCurrency)
      return CurrencyMismatch({ sku: description ?? 'Discount', expected: orderCurrency, actual: amount.currency });
  return null;
};
