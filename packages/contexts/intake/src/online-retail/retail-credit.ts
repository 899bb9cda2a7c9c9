import { derivedId } from '@waybill/kernel';
import { isCharge, textOf } from './charge-codes.ts';
import { occurredAt, type RetailDocument } from './document.ts';
import { CHANNEL, customerOf, type RetailCustomer, type RetailLine } from './retail-order.ts';

/** A document of class CREDIT: what came back, with pieces that count upwards. */
export interface RetailCredit {
  /** The document's number: 'C536379'. */
  readonly externalId: string;
  readonly occurredAt: Date;
  readonly customer: RetailCustomer;
  readonly lines: readonly Omit<RetailLine, 'amount'>[];
}

/** What a document of class CREDIT says; throws for a document that is none (it has no row). */
export const retailCredit = (document: RetailDocument): RetailCredit => {
  const [first] = document.rows;
  const at = occurredAt(document);
  if (!first || !at) throw new Error(`Document ${document.number} has no row that could be read.`);
  return {
    externalId: first.document,
    occurredAt: at,
    customer: customerOf(first),
    lines: document.rows.map((row, place) => ({
      lineId: derivedId('line', CHANNEL, row.document, place + 1),
      kind: isCharge(row.code) ? 'CHARGE' : 'GOODS',
      code: row.code,
      description: row.description || textOf(row.code),
      quantity: -row.quantity,
      unitPrice: row.unitPrice,
    })),
  };
};
