import type { PriceBasis } from '@waybill/kernel';
import type { Address } from '../address.ts';
import type { PieceSize } from '../order/line.ts';

/** What an order captures of a product. */
export interface ProductFacts {
  readonly sku: string;
  readonly description: string;
  /** Net, per piece, major units. */
  readonly unitPrice: string;
  readonly currency: string;
  readonly taxCode: string;
  readonly taxRate: string;
  readonly weightGrams: number | null;
  readonly size: PieceSize | null;
}
export interface ProductLookup {
  /** What the catalogue knows of these codes; unknown ones are not in the answer. */
  find(skus: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
}

export interface CustomerFacts {
  /** Null once the person is forgotten. */
  readonly name: string | null;
  readonly address: Address | null;
}
export interface CustomerLookup {
  find(customerId: string): Promise<CustomerFacts | null>;
}

export interface OrderNumbers {
  /** Never the same one twice. */
  next(): Promise<string>;
}

/** `taxRate`: per cent as a decimal text, e.g. '20'. */
export interface TaxRate {
  readonly taxCode: string;
  readonly taxRate: string;
}
export interface TaxRates {
  /** What the company says that lines can be taxed at, its usual one first; never none. */
  list(): Promise<readonly [TaxRate, ...TaxRate[]]>;
}

export interface OrderLookup {
  find(orderId: string): Promise<OrderOpening | null>;
}
/** Whose order it is, its currency, and whether its prices are net: none of it ever changes. */
export interface OrderOpening {
  readonly customerId: string;
  readonly currency: string;
  readonly prices: PriceBasis;
}

/** What sales asks of the rest of the house, to complete a command before it is decided. */
export interface SalesPorts {
  readonly products: ProductLookup;
  readonly customers: CustomerLookup;
  readonly numbers: OrderNumbers;
  readonly orders: OrderLookup;
  readonly taxRates: TaxRates;
}
