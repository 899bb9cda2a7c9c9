import Big from 'big.js';
import { isCharge, textOf } from './charge-codes.ts';
import { classify, type DocumentClass } from './classify.ts';
import type { RetailDocument } from './document.ts';
import { documentsOf, type FileIndex, indexRows } from './documents.ts';
import { createStockCourse } from './opening-stock.ts';
import { readRows } from './read-rows.ts';
import { addTallies, emptyTally, type Tally, tallyOf } from './tally.ts';

/** A product as the file's orders know it: text and price of the latest line that was paid for. */
export interface RetailProduct {
  readonly sku: string;
  readonly name: string;
  /** Pounds as a decimal text. */
  readonly unitPrice: string;
}

/** What is in a file, before anything is done with it. Its size is that of the file's documents, not of its rows. */
export interface Survey {
  readonly path: string;
  readonly index: FileIndex;
  readonly classes: Readonly<Record<DocumentClass, Tally>>;
  readonly products: ReadonlyMap<string, RetailProduct>;
  /** The numbers of all orders that have goods, from the earliest to the latest. */
  readonly ordersWithGoods: readonly string[];
  /** Pieces by product: what must have been there at the beginning, so that nobody was ever sold what was not. */
  readonly opening: ReadonlyMap<string, number>;
}

const noClasses = (): Record<DocumentClass, Tally> => ({
  ORDER: emptyTally,
  CREDIT: emptyTally,
  NOT_A_SALE: emptyTally,
  STOCK_ADJUSTMENT: emptyTally,
  PARKED: emptyTally,
  MALFORMED: emptyTally,
});

const learnProducts = (products: Map<string, RetailProduct>, { rows }: RetailDocument): void => {
  for (const { code, description, unitPrice } of rows) {
    if (isCharge(code)) continue;
    const known = products.get(code);
    const paidFor = new Big(unitPrice).gt(0);
    if (known && !paidFor) continue;
    products.set(code, { sku: code, name: description || known?.name || textOf(code), unitPrice });
  }
};

/** Reads the file twice: once row by row, once document by document. Throws where the file as a whole is unreadable. */
export const surveyFile = async (path: string): Promise<Survey> => {
  const index = await indexRows(readRows(path));
  const classes = noClasses();
  const products = new Map<string, RetailProduct>();
  const course = createStockCourse();
  const orders: { readonly number: string; readonly at: string }[] = [];
  for await (const document of documentsOf(readRows(path), index)) {
    const { class: name } = classify(document);
    classes[name] = addTallies(classes[name], tallyOf(document));
    course.follow(document);
    if (name !== 'ORDER') continue;
    learnProducts(products, document);
    if (document.rows.every(({ code }) => isCharge(code))) continue;
    const [at = ''] = document.rows.map(({ localTime }) => localTime).sort();
    orders.push({ number: document.number ?? '', at });
  }
  const inTime = orders.sort((a, b) => compare(a.at, b.at) || compare(a.number, b.number));
  const ordersWithGoods = inTime.map(({ number }) => number);
  return { path, index, classes, products, ordersWithGoods, opening: course.opening() };
};

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** The documents of a surveyed file, whole, in the order in which they are complete. */
export const documentsIn = ({ path, index }: Survey): AsyncGenerator<RetailDocument> =>
  documentsOf(readRows(path), index);
