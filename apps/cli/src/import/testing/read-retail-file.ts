import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

interface FileLine {
  readonly document: string;
  readonly code: string;
  readonly pennies: number;
  readonly isFree: boolean;
  readonly month: string;
  readonly customer: string;
  readonly country: string;
}
type Key = 'month' | 'country';

/** Pennies by month ('2010-12') or by country, in the order of those. */
type Sums = readonly (readonly [key: string, pennies: number])[];

export interface RetailFile {
  ordersBy(what: Key): Sums;
  creditsBy(what: Key): Sums;
}

const FEES = ['AMAZONFEE', 'BANK CHARGES'];

/** From the right no field is quoted; from the left only the third, the description. Half a penny rounds away from zero. */
const lineOf = (text: string): FileLine => {
  const [document = '', code = ''] = text.split(',');
  const [quantity = '', at = '', price = '', customer = '', country = ''] = text.split(',').slice(-5);
  const tenths = Number(quantity) * Math.round(Number(price) * 1000);
  const pennies = Math.sign(tenths) * Math.floor((Math.abs(tenths) + 5) / 10);
  const isFree = Number(price) === 0;
  return { document, code: code.toUpperCase(), pennies, isFree, month: at.slice(0, 7), customer, country };
};

const sums = (lines: readonly FileLine[], what: Key, sign: 1 | -1): Sums => {
  const byKey = new Map<string, number>();
  for (const line of lines) byKey.set(line[what], (byKey.get(line[what]) ?? 0) + sign * line.pennies);
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1));
};

/** Without any customer: all of it free, or all of it fees, is no sale. */
const isSale = (lines: readonly FileLine[]): boolean =>
  lines.some(({ customer }) => customer !== '') ||
  !(lines.every(({ isFree }) => isFree) || lines.every(({ code }) => FEES.includes(code)));

/** What a file in the Online Retail format sells and takes back: read without a line of the importer's code. */
export const readRetailFile = async (path: string): Promise<RetailFile> => {
  const documents = new Map<string, FileLine[]>();
  const bytes = path.endsWith('.gz') ? createReadStream(path).pipe(createGunzip()) : createReadStream(path);
  let isHeader = true;
  for await (const text of createInterface({ input: bytes })) {
    if (!isHeader && text !== '') {
      const line = lineOf(text);
      const lines = documents.get(line.document) ?? [];
      documents.set(line.document, lines);
      lines.push(line);
    }
    isHeader = false;
  }
  const sales = [...documents.values()].filter(isSale);
  const isCredit = ([first]: readonly FileLine[]) => first?.document.startsWith('C') === true;
  return {
    ordersBy: (what) => sums(sales.filter((lines) => !isCredit(lines)).flat(), what, 1),
    creditsBy: (what) => sums(sales.filter(isCredit).flat(), what, -1),
  };
};
