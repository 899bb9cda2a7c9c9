import { newId } from '@waybill/kernel';
import type { OrderCharge } from '../order/commands.ts';
import { TaxCodeUnknown } from '../order/refusals.ts';
import type { TaxRate, TaxRates } from '../ports/ports.ts';
import type { ChargeInput, Outcome } from './client-input.ts';
import type { NameLine } from './complete-lines.ts';

/** A charge is in no catalogue: where the client does not say what it is taxed at, the company's page does. */
export const completeCharges = async (
  charges: readonly ChargeInput[],
  orderCurrency: string,
  taxRates: TaxRates,
  lineId: NameLine = newId,
): Promise<Outcome<OrderCharge[]>> => {
  const isWhole = charges.every(({ taxRate }) => taxRate != null);
  const rates = isWhole ? [] : await taxRates.list();
  const completed: OrderCharge[] = [];
  for (const [index, charge] of charges.entries()) {
    const tax = taxOf(charge, rates);
    if (!tax) return { refusal: TaxCodeUnknown({ taxCode: charge.taxCode ?? '', known: rates.map(asText) }) };
    completed.push(captured(charge, tax, orderCurrency, lineId(index)));
  }
  return { value: completed };
};

const asText = ({ taxCode, taxRate }: TaxRate): string => `${taxCode} (${taxRate} %)`;

/** By its code; without one, the company's usual rate. */
const taxOf = ({ taxCode, taxRate }: ChargeInput, rates: readonly TaxRate[]): TaxRate | undefined => {
  if (taxRate != null) return { taxCode: taxCode ?? 'STANDARD', taxRate };
  return taxCode == null ? rates[0] : rates.find((rate) => rate.taxCode === taxCode);
};

const captured = (
  { unitPrice, ...charge }: ChargeInput,
  { taxCode, taxRate }: TaxRate,
  orderCurrency: string,
  lineId: string,
): OrderCharge => ({
  lineId: charge.lineId ?? lineId,
  code: charge.code,
  description: charge.description ?? charge.code,
  quantity: charge.quantity ?? 1,
  ...(typeof unitPrice === 'string'
    ? { unitPrice, currency: charge.currency ?? orderCurrency }
    : { unitPrice: unitPrice.amount, currency: unitPrice.currency }),
  taxCode,
  taxRate,
});
