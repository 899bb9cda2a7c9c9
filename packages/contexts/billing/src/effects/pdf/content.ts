import type { CreditLine } from '../../documents/lines.ts';
import type { Seller } from '../../documents/seller.ts';
import type { InvoiceContent } from '../../invoice/events.ts';

export type PrintedLine = Pick<
  CreditLine,
  'sku' | 'description' | 'quantity' | 'unitPrice' | 'taxCode' | 'taxRate' | 'amount' | 'discount'
>;

/** A paragraph under its label. */
export interface Note {
  readonly label: string;
  readonly lines: readonly string[];
  readonly muted?: true;
}

/** What a document says, as it is printed. Amounts in minor units. */
export interface PrintedDocument {
  readonly title: string;
  readonly number: string;
  readonly subject: string;
  readonly seller: Pick<Seller, 'legalName' | 'addressLines' | 'vatNumber'>;
  readonly customerName: string | null;
  readonly billingAddress: InvoiceContent['billingAddress'];
  readonly buyerVatId: string | null;
  /** Name and value, one under the other. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly currency: string;
  /** Of unit prices and amounts of lines. */
  readonly prices: InvoiceContent['prices'];
  readonly lines: readonly PrintedLine[];
  readonly taxes: InvoiceContent['taxes'];
  readonly net: number;
  readonly total: number;
  /** Said by a word and a shape beside the total; null where there is nothing to say. */
  readonly mark: string | null;
  /** To the left of the totals. */
  readonly notes: readonly Note[];
}
