import { derivedId, lineAmount } from '@waybill/kernel';
import { isCharge, textOf } from './charge-codes.ts';
import { occurredAt, type RetailDocument } from './document.ts';
import type { Row } from './row.ts';

/** The channel of all that comes from a file in the Online Retail format: part of every derived id. */
export const CHANNEL = 'online-retail';
export const CURRENCY = 'GBP';

/** Who ordered: the shop's numbered customer, or the counter sale of a country. */
export interface RetailCustomer {
  readonly customerId: string;
  readonly number: string;
  readonly kind: 'BUSINESS' | 'COUNTER_SALE';
  readonly name: string;
  readonly country: string;
}

export interface RetailLine {
  /** Derived from the document and the line's place in it, so that rows which repeat each other stay two lines. */
  readonly lineId: string;
  readonly kind: 'GOODS' | 'CHARGE';
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  /** Pounds per piece, as the document says. */
  readonly unitPrice: string;
  /** Minor units, rounded half-up. */
  readonly amount: number;
}

/** A document of class ORDER, in the words of the business. */
export interface RetailOrder {
  readonly orderId: string;
  /** The document's number. */
  readonly externalId: string;
  readonly occurredAt: Date;
  readonly customer: RetailCustomer;
  readonly lines: readonly RetailLine[];
  /** Minor units: what its lines say. */
  readonly total: number;
}

/** Whose document it is. */
export const customerOf = ({ customer, country }: Row): RetailCustomer =>
  customer === null
    ? {
        customerId: derivedId('customer', CHANNEL, 'counter-sale', country),
        number: `COUNTER-${country.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-')}`,
        kind: 'COUNTER_SALE',
        name: 'Counter sale',
        country,
      }
    : {
        customerId: derivedId('customer', CHANNEL, customer),
        number: customer,
        kind: 'BUSINESS',
        name: `Customer ${customer}`,
        country,
      };

const lineOf = (row: Row, place: number): RetailLine => ({
  lineId: derivedId('line', CHANNEL, row.document, place),
  kind: isCharge(row.code) ? 'CHARGE' : 'GOODS',
  code: row.code,
  description: row.description || textOf(row.code),
  quantity: row.quantity,
  unitPrice: row.unitPrice,
  amount: lineAmount(row.quantity, row.unitPrice, CURRENCY),
});

/** What a document of class ORDER says; throws for a document that is none (it has no row). */
export const retailOrder = (document: RetailDocument): RetailOrder => {
  const [first] = document.rows;
  const at = occurredAt(document);
  if (!first || !at) throw new Error(`Document ${document.number} has no row that could be read.`);
  const lines = document.rows.map((row, place) => lineOf(row, place + 1));
  return {
    orderId: derivedId('order', CHANNEL, first.document),
    externalId: first.document,
    occurredAt: at,
    customer: customerOf(first),
    lines,
    total: lines.reduce((sum, line) => sum + line.amount, 0),
  };
};
