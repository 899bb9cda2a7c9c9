import Big from 'big.js';
import { isFee } from './charge-codes.ts';
import type { RetailDocument } from './document.ts';
import type { Row } from './row.ts';

/**
 * What a document is. `PARKED` and `MALFORMED` wait for a person, with their amount: nothing in the file is lost, and
 * nothing is guessed.
 */
export type Classified =
  | { readonly class: 'ORDER' | 'CREDIT' | 'NOT_A_SALE' | 'STOCK_ADJUSTMENT' }
  | { readonly class: 'PARKED' | 'MALFORMED'; readonly reason: string };
export type DocumentClass = Classified['class'];

const isFree = (row: Row): boolean => new Big(row.unitPrice).eq(0);
const differ = (rows: readonly Row[], of: (row: Row) => string | null): boolean => new Set(rows.map(of)).size > 1;

/** Why a document cannot be taken as it stands, in an order's words; `undefined` if it can. */
const objection = (number: string, rows: readonly Row[]): string | undefined => {
  if (!/^C?\d+$/.test(number)) return `its number has an unknown prefix '${number.replace(/\d.*$/, '')}'`;
  if (rows.some((row) => new Big(row.unitPrice).lt(0))) return 'it has a negative price';
  if (differ(rows, (row) => row.customer)) return 'it names more than one customer';
  if (differ(rows, (row) => row.country)) return 'it names more than one country';
  return undefined;
};

/**
 * The class of a whole document, by its number, its prices and its customer. An order's every line has a quantity of at
 * least 1; a stock adjustment is one without customer and without any price.
 */
export const classify = ({ number, rows, malformed }: RetailDocument): Classified => {
  const [broken] = malformed;
  if (broken) return { class: 'MALFORMED', reason: `line ${broken.line}: ${broken.reason}` };
  const objected = objection(number ?? '', rows);
  if (objected) return { class: 'PARKED', reason: objected };
  const counterSale = rows.every((row) => row.customer === null);
  if (counterSale && rows.every(isFree)) return { class: 'STOCK_ADJUSTMENT' };
  if (counterSale && rows.every((row) => isFee(row.code))) return { class: 'NOT_A_SALE' };
  if (number?.startsWith('C')) return { class: 'CREDIT' };
  const taken = rows.find((row) => row.quantity < 1);
  return taken
    ? { class: 'PARKED', reason: `line ${taken.line} has quantity ${taken.quantity} in a document that is no credit` }
    : { class: 'ORDER' };
};
