import { newId, type PriceBasis, priceWithTax } from '@waybill/kernel';
import type { OrderItem } from '../order/commands.ts';
import { ProductUnknown } from '../order/refusals.ts';
import type { ProductFacts, ProductLookup } from '../ports/ports.ts';
import type { ItemInput, Outcome } from './client-input.ts';

export type NameLine = (index: number) => string;

/** What the order says of its prices. */
interface OrderPrices {
  readonly currency: string;
  readonly prices: PriceBasis;
}

/**
 * Captures what the catalogue knows of each product; what the client gave stays. A whole line needs no catalogue.
 * A price without a currency is in the order's. The catalogue's prices are net: for an order with gross prices the tax is
 * put on them.
 */
export const completeItems = async (
  items: readonly ItemInput[],
  order: OrderPrices,
  products: ProductLookup,
  lineId: NameLine = newId,
): Promise<Outcome<OrderItem[]>> => {
  const known = await lookUp(items, order.currency, products);
  const completed: OrderItem[] = [];
  const unknown = new Set<string>();
  for (const [index, item] of items.entries()) {
    const facts = factsGiven(item, order.currency) ?? known.get(item.sku.toUpperCase());
    if (facts) completed.push(captured(item, facts, order, lineId(index)));
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
  const { sku, description, taxCode, taxRate, weightGrams, size } = item;
  const price = priceOf(item, orderCurrency);
  if (!price || description == null || taxCode == null || taxRate == null) return null;
  return { sku, description, ...price, taxCode, taxRate, weightGrams: weightGrams ?? null, size: size ?? null };
};

const captured = (item: ItemInput, facts: ProductFacts, order: OrderPrices, lineId: string): OrderItem => {
  const taxRate = item.taxRate ?? facts.taxRate;
  return {
    lineId: item.lineId ?? lineId,
    sku: facts.sku,
    quantity: item.quantity,
    description: item.description ?? facts.description,
    ...(priceOf(item, order.currency) ?? listPrice(facts, order, taxRate)),
    taxCode: item.taxCode ?? facts.taxCode,
    taxRate,
    weightGrams: item.weightGrams ?? facts.weightGrams,
    size: item.size ?? facts.size,
  };
};

const listPrice = ({ unitPrice, currency }: ProductFacts, { prices }: OrderPrices, taxRate: string) => ({
  unitPrice: prices === 'GROSS' ? priceWithTax(unitPrice, taxRate, currency) : unitPrice,
  currency,
});

/** The price that the client gave, if it gave one. */
const priceOf = ({ unitPrice, currency }: Pick<ItemInput, 'unitPrice' | 'currency'>, orderCurrency: string) => {
  if (unitPrice == null) return null;
  return typeof unitPrice === 'string'
    ? { unitPrice, currency: currency ?? orderCurrency }
    : { unitPrice: unitPrice.amount, currency: unitPrice.currency };
};
