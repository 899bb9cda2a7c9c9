import type { WholeOrder } from '../order/commands.ts';
import { AddressMissing } from '../order/refusals.ts';
import type { SalesPorts } from '../ports/ports.ts';
import type { Outcome, WholeInput } from './client-input.ts';
import { completeCharges } from './complete-charges.ts';
import { completeDiscounts, foreignCurrency } from './complete-discounts.ts';
import { completeHeader, SHOP_CURRENCY } from './complete-header.ts';
import { completeItems } from './complete-lines.ts';

/** A whole order as it will be decided; its lines are named L1, L2, … and its charges C1, C2, … */
export const completeOrder = async (given: WholeInput, ports: SalesPorts): Promise<Outcome<WholeOrder>> => {
  const currency = given.currency ?? SHOP_CURRENCY;
  const [header, items, charges] = await Promise.all([
    completeHeader(given, ports),
    completeItems(
      given.items ?? [],
      { currency, prices: given.prices ?? 'NET' },
      ports.products,
      (index) => `L${index + 1}`,
    ),
    completeCharges(given.charges ?? [], currency, ports.taxRates, (index) => `C${index + 1}`),
  ]);
  if (header.refusal) return { refusal: header.refusal };
  if (items.refusal) return { refusal: items.refusal };
  if (charges.refusal) return { refusal: charges.refusal };
  const { deliveryAddress, billingAddress } = header.value;
  const foreign = foreignCurrency(given.discounts ?? [], currency);
  if (foreign) return { refusal: foreign };
  if (!deliveryAddress) return { refusal: AddressMissing({ address: 'delivery' }) };
  return {
    value: {
      ...header.value,
      deliveryAddress,
      billingAddress: billingAddress ?? deliveryAddress,
      items: items.value,
      charges: charges.value,
      discounts: completeDiscounts(given.discounts ?? []),
      externalId: given.externalId ?? null,
    },
  };
};
