import { newId } from '@waybill/kernel';
import type { OrderItem } from '../order/commands.ts';
import { ProductUnknown } from '../order/refusals.ts';
import type { ProductFacts, ProductLookup } from '../ports/ports.ts';
import type { ItemInput, Outcome } from './client-input.ts';

export type NameLine = (index: number) => string;

/**
 * Captures what the catalogue knows of each product; what the client gave stays. A whole line needs no catalogue.
 * A price without a currency is in the order's.
 */
export const completeItems = async (
  items: readonly ItemInput[],
  orderCurrency: string,
  products: ProductLookup,
  lineId: NameLine = newId,
): Promise<Outcome<OrderItem[]>> => {
  const known = await lookUp(items, orderCurrency, products);
  const completed: OrderItem[] = [];
  const unknown = new Set<string>();
  for (const [index, item] of items.entries()) {
    const facts = factsGiven(item, orderCurrency) ?? known.get(item.sku.toUpperCase());
    if (facts) completed.push(captured(item, facts, orderCurrency, lineId(index)));
    else unknown.add(item.sku);
  }
  return unknown.size > 0 ? { refusal: ProductUnknown({ skus: [...unknown] }) } : { value: completed };
};

const lookUp = async (items: readonly ItemInput[], orderCurrency: string, products: ProductLookup) => {
  const codes = new Set(items.filter((item) => !factsGiven(item, orderCurrency)).map(({ sku }) => sku.toUpperCase()));
  return codes.size > 0 ? products.find([...codes]) : new Map<string, ProductFacts>();
};

/** The product as the client described it, where it described it all. */
const factsGiven = (item: ItemInput, orderCurrency: string): ProductFacts | null => {
  const { sku, description, taxCode, taxRate, weightGrams } = item;
  const price = priceOf(item, orderCurrency);
  if (!price || description == null || taxCode == null || taxRate == null) return null;
  return { sku, description, ...price, taxCode, taxRate, weightGrams: weightGrams ?? null };
};

const captured = (item: ItemInput, facts: ProductFacts, orderCurrency: string, lineId: string): OrderItem => ({
  lineId: item.lineId ?? lineId,
  sku: facts.sku,
  quantity: item.quantity,
  description: item.description ?? facts.description,
  unitPrice: facts.unitPrice,
  currency: facts.currency,
  ...priceOf(item, orderCurrency),
  taxCode: item.taxCode ?? facts.taxCode,
  taxRate: item.taxRate ?? facts.taxRate,
  weightGrams: item.weightGrams ?? facts.weightGrams,
});

/** The price that the client gave, if it gave one. */
const priceOf = ({ unitPrice, currency }: Pick<ItemInput, 'unitPrice' | 'currency'>, orderCurrency: string) => {
  if (unitPrice == null) return null;
  return typeof unitPrice === 'string'
    ? { unitPrice, currency: currency ?? orderCurrency }
    : { unitPrice: unitPrice.amount, currency: unitPrice.currency };
};
