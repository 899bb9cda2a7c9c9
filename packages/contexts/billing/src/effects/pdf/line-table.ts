import { setImmediate as breathe } from 'node:timers/promises';
import type { PrintedDocument, PrintedLine } from './content.ts';
import { figure, price, shortTax } from './format.ts';
import { heightOf, ink, label, page, rule, type Sheet, type Style, write } from './sheet.ts';

interface Column {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly style?: Style;
  /** May take several lines; all others are short figures. */
  readonly wraps?: true;
  readonly text: (line: PrintedLine, position: number, currency: string) => string;
}

/** What was taken off is said below: the amount is without it. */
const described = ({ description, discount }: PrintedLine, _: number, currency: string): string =>
  discount === 0 ? description : `${description}\nless ${figure(discount, currency)} discount`;

const muted: Style = { colour: ink.muted };
const columns: readonly Column[] = [
  { title: '#', x: 52, width: 24, align: 'left', style: muted, text: (_, position) => String(position) },
  { title: 'Item', x: 78, width: 62, align: 'left', style: muted, wraps: true, text: ({ sku }) => sku },
  { title: 'Description', x: 146, width: 176, align: 'left', wraps: true, text: described },
  { title: 'Quantity', x: 326, width: 50, align: 'right', text: ({ quantity }) => quantity.toLocaleString('en-GB') },
  {
    title: 'Unit price',
    x: 382,
    width: 56,
    align: 'right',
    text: ({ unitPrice }, _, currency) => price(unitPrice, currency),
  },
  {
    title: 'VAT',
    x: 442,
    width: 32,
    align: 'right',
    style: muted,
    text: ({ taxCode, taxRate }) => shortTax(taxCode, taxRate),
  },
  {
    title: 'Amount',
    x: 478,
    width: 65.28,
    align: 'right',
    style: { face: 'medium' },
    text: ({ amount }, _, currency) => figure(amount, currency),
  },
];
const PADDING = 5;
const styleOf = ({ align, style }: Column): Style => ({ size: 8.5, ...style, align });

const head = (sheet: Sheet, y: number, currency: string): number => {
  for (const { title, x, width, align } of columns) {
    // The currency is said once, where the amounts begin.
    label(sheet, title === 'Amount' ? `${title} ${currency}` : title, x, y, width, align);
  }
  rule(sheet, y + 13, page.left, page.right, ink.text);
  return y + 14;
};

/**
 * The lines, over as many pages as they need; a line is never torn apart, and every page repeats the heads. Between
 * pages others get their turn: a long document must not hold up the process that renders it.
 */
export const lineTable = async (sheet: Sheet, { lines, currency }: PrintedDocument, top: number): Promise<number> => {
  let y = head(sheet, top, currency);
  for (const [index, line] of lines.entries()) {
    const texts = columns.map((column) => ({ column, text: column.text(line, index + 1, currency) }));
    const wrapping = texts.filter(({ column }) => column.wraps);
    const height = Math.max(
      ...wrapping.map(({ column, text }) => heightOf(sheet, text, column.width, styleOf(column))),
    );
    if (y + height + 2 * PADDING > page.bottom) {
      await breathe();
      sheet.addPage();
      y = head(sheet, page.top, currency);
    }
    for (const { column, text } of texts) write(sheet, text, column.x, y + PADDING, column.width, styleOf(column));
    y += height + 2 * PADDING;
    rule(sheet, y);
  }
  return y;
};
