import Big from 'big.js';
import { isLocalTime } from './uk-time.ts';

/** One line of the file, read and found sensible. */
export interface Row {
  /** Of the file, the header being line 1. */
  readonly line: number;
  /** The number of the document, upper-cased: '536365', 'C536379'. */
  readonly document: string;
  /** The product or charge, upper-cased. */
  readonly code: string;
  readonly description: string;
  /** A whole number; negative where something came back. */
  readonly quantity: number;
  /** Pounds per piece as a decimal text with at least two decimals: '2.55', '0.001'. */
  readonly unitPrice: string;
  /** Local UK time, 'YYYY-MM-DD HH:MM:SS'. */
  readonly localTime: string;
  /** The shop's number of the customer, '17850'; null for a counter sale. */
  readonly customer: string | null;
  readonly country: string;
}

/** A line that could not be read: kept as it stands, with the reason. */
export interface MalformedRow {
  readonly line: number;
  readonly reason: string;
  /** The document it belongs to, where that much could be read. */
  readonly document: string | null;
  /** Pounds, where quantity and price could be read. */
  readonly amount: Big;
  readonly text: string;
}

export const COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Fields = Readonly<Record<Column, string>>;

const wholeNumber = /^-?\d{1,15}(\.0+)?$/;
const decimal = /^-?\d{1,12}(\.\d{1,6})?$/;
const customerNumber = /^(\d+)(\.0+)?$/;
const seconds = /:\d{2}:\d{2}$/;
// Control characters (a NUL cannot be stored), and what a decoder puts where bytes were no UTF-8.
const unreadable = /[^\P{Cc}\t]|\ufffd/u;

/** '7' and '7.0' become '7.00'; decimals beyond the second stay where they say something: '0.001'. */
const priceText = (text: string): string => {
  const price = new Big(text);
  const exact = price.toFixed();
  return (exact.split('.')[1] ?? '').length > 2 ? exact : price.toFixed(2);
};

const reasonsAgainst = (fields: Fields): readonly (string | false)[] => [
  unreadable.test(Object.values(fields).join('')) && 'it holds bytes that are not UTF-8 text; save the file as UTF-8',
  fields.InvoiceNo === '' && 'InvoiceNo is empty; give the number of the document',
  fields.StockCode === '' && 'StockCode is empty; give the code of the product or charge',
  !wholeNumber.test(fields.Quantity) && `Quantity '${fields.Quantity}' is no whole number`,
  !decimal.test(fields.UnitPrice) && `UnitPrice '${fields.UnitPrice}' is no decimal number such as 2.55`,
  !isLocalTime(fields.InvoiceDate) && `InvoiceDate '${fields.InvoiceDate}' is no time such as 2010-12-01 08:26:00`,
  fields.CustomerID !== '' &&
    !customerNumber.test(fields.CustomerID) &&
    `CustomerID '${fields.CustomerID}' is neither empty nor a number such as 17850`,
  fields.Country === '' && 'Country is empty; give the name of the country',
];

/** Quantity × unit price as far as it can be read, else 0: so that even a malformed line counts in the sum. */
const readableAmount = ({ Quantity, UnitPrice }: Fields): Big =>
  wholeNumber.test(Quantity) && decimal.test(UnitPrice) ? new Big(Quantity).times(UnitPrice) : new Big(0);

/** Reads one record of the file; `text` is the line as it stands there. */
export const readRow = (record: Fields, line: number, text: string): Row | MalformedRow => {
  const fields = Object.fromEntries(Object.entries(record).map(([column, value]) => [column, value.trim()])) as Fields;
  const reason = reasonsAgainst(fields).find((reason) => reason !== false);
  if (reason) {
    return { line, reason, document: fields.InvoiceNo.toUpperCase() || null, amount: readableAmount(fields), text };
  }
  return {
    line,
    document: fields.InvoiceNo.toUpperCase(),
    code: fields.StockCode.toUpperCase(),
    description: fields.Description,
    quantity: Number(fields.Quantity),
    unitPrice: priceText(fields.UnitPrice),
    localTime: seconds.test(fields.InvoiceDate) ? fields.InvoiceDate : `${fields.InvoiceDate}:00`,
    customer: customerNumber.exec(fields.CustomerID)?.[1] ?? null,
    country: fields.Country,
  };
};

export const isMalformed = (row: Row | MalformedRow): row is MalformedRow => 'reason' in row;
/** Pounds, exact. */
export const amountOf = (row: Row | MalformedRow): Big =>
  isMalformed(row) ? row.amount : new Big(row.unitPrice).times(row.quantity);
