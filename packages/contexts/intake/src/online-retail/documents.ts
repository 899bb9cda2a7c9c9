import Big from 'big.js';
import { documentOf, type RetailDocument } from './document.ts';
import { amountOf, isMalformed, type MalformedRow, type Row } from './row.ts';

/** What a first reading of the file finds, row by row: what a second one must account for. */
export interface FileIndex {
  /** Rows per document. */
  readonly documents: ReadonlyMap<string, number>;
  readonly lines: number;
  readonly malformed: number;
  /** Σ quantity × unit price in pounds, exact. */
  readonly amount: Big;
}

type Rows = AsyncIterable<Row | MalformedRow>;

/** Counts and adds up the rows, knowing nothing of documents and classes. */
export const indexRows = async (rows: Rows): Promise<FileIndex> => {
  const documents = new Map<string, number>();
  let lines = 0;
  let malformed = 0;
  let amount = new Big(0);
  for await (const row of rows) {
    lines += 1;
    if (isMalformed(row)) malformed += 1;
    amount = amount.plus(amountOf(row));
    if (row.document !== null) documents.set(row.document, (documents.get(row.document) ?? 0) + 1);
  }
  return { documents, lines, malformed, amount };
};

/**
 * Whole documents, each as soon as its last row was read: rows of other documents may stand between its own. Only the
 * documents that are under way are in memory.
 */
export async function* documentsOf(rows: Rows, index: FileIndex): AsyncGenerator<RetailDocument> {
  const underWay = new Map<string, (Row | MalformedRow)[]>();
  for await (const row of rows) {
    if (row.document === null) {
      yield documentOf(null, [row]);
      continue;
    }
    const sofar = underWay.get(row.document) ?? [];
    sofar.push(row);
    underWay.set(row.document, sofar);
    if (sofar.length < (index.documents.get(row.document) ?? 0)) continue;
    underWay.delete(row.document);
    yield documentOf(row.document, sofar);
  }
  // The file changed between two readings, or was read with another file's index: better loud than half.
  if (underWay.size > 0) throw new Error(`The file ended inside document ${[...underWay.keys()][0]}: was it changed?`);
}
