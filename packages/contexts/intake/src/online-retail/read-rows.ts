import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { readLines } from './read-lines.ts';
import { COLUMNS, type Fields, type MalformedRow, type Row, readRow } from './row.ts';

/** The file is not what it should be as a whole; the message says what was expected. */
export class NotOnlineRetail extends Error {
  override readonly name = 'NotOnlineRetail';
}

/** Where each column stands in a record, and how many fields a record has. */
interface Header {
  readonly at: Readonly<Record<string, number>>;
  readonly width: number;
}

/** The fields of one line; or, as a text, why there are none. Most lines quote nothing, and need no parser. */
const split = (line: string): readonly string[] | string => {
  if (!line.includes('"')) return line.split(',');
  try {
    const [record] = parse(line) as string[][];
    return record ?? 'it is empty';
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return `its quotes do not match (${said}); a line holds one whole record`;
  }
};

const readHeader = (path: string, line: string): Header => {
  const fields = split(line.replace(/^\ufeff/, ''));
  const names = typeof fields === 'string' ? [] : fields.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length === 0) return { at: Object.fromEntries(names.map((name, at) => [name, at])), width: names.length };
  throw new NotOnlineRetail(
    `${path} is not in the Online Retail format: its first line lacks ${missing.join(', ')}. ` +
      `Expected a CSV file that begins with the line ${COLUMNS.join(',')}.`,
  );
};

/** The document's number of a line that is otherwise broken, so that its document waits as a whole. */
const numberIn = (text: string, { at }: Header): string | null =>
  (at.InvoiceNo === 0 ? /^\s*"?([A-Za-z]?\d{4,10})"?\s*,/.exec(text)?.[1]?.toUpperCase() : undefined) ?? null;

const rowOf = (text: string, line: number, header: Header): Row | MalformedRow => {
  const values = split(text);
  const broken = (reason: string): MalformedRow => ({
    line,
    reason,
    document: numberIn(text, header),
    amount: new Big(0),
    text,
  });
  if (typeof values === 'string') return broken(values);
  if (values.length !== header.width) {
    return broken(`it has ${values.length} columns where the header has ${header.width}`);
  }
  const fields = Object.fromEntries(COLUMNS.map((column) => [column, values[header.at[column] ?? -1] ?? '']));
  return readRow(fields as Fields, line, text);
};

/**
 * The rows of a file in the Online Retail format, in its order, malformed ones among them: every line of the file but
 * its header and empty lines comes out once. One record per line; a line that breaks off inside quotes is malformed, and
 * takes no other line with it.
 */
export async function* readRows(path: string): AsyncGenerator<Row | MalformedRow> {
  let header: Header | undefined;
  let line = 0;
  for await (const text of readLines(path)) {
    line += 1;
    if (!header) header = readHeader(path, text);
    else if (text.trim() !== '') yield rowOf(text, line, header);
  }
  if (!header) throw new NotOnlineRetail(`${path} is empty: expected a CSV file in the Online Retail format.`);
}
