import type { PrintedDocument } from './content.ts';
import { figure, longTax } from './format.ts';
import { ink, label, page, rule, type Sheet, type Style, stack, write } from './sheet.ts';

const LEFT = 326;
/** From a label to what stands under it. */
const LABEL = 13;

/** Net, tax per rate and total on the right; how it is paid on the left. Kept together on one page. */
export const totals = (sheet: Sheet, content: PrintedDocument, below: number): void => {
  const { net, taxes, total, currency } = content;
  const height = 60 + taxes.length * 16 + 90;
  let y = below + 16;
  if (y + height > page.bottom) {
    sheet.addPage();
    y = page.top;
  }
  besides(sheet, content, y);
  const row = (name: string, amount: number, style: Style = {}, of?: number) => {
    write(sheet, name, LEFT, y, 120, { ...style, colour: style.colour ?? ink.muted });
    if (of !== undefined)
      write(sheet, `of ${figure(of, currency)}`, LEFT + 70, y, 78, { size: 8, colour: ink.muted, align: 'right' });
    const width = page.right - LEFT - 120;
    y += stack(sheet, figure(amount, currency), LEFT + 120, y, width, { ...style, align: 'right' }) + 5;
  };
  row('Net', net);
  for (const { taxCode, taxRate, net: base, tax } of taxes) row(longTax(taxCode, taxRate), tax, {}, base);
  rule(sheet, y, LEFT, page.right, ink.text);
  y += 8;
  row(`Total ${currency}`, total, { face: 'semibold', size: 12, colour: ink.text });
};

const besides = (sheet: Sheet, { notes }: PrintedDocument, top: number): void => {
  const width = LEFT - page.left - 30;
  let y = top;
  for (const { label: name, lines, muted } of notes) {
    label(sheet, name, page.left, y, width);
    y += LABEL;
    const style = { size: 8.5, ...(muted ? { colour: ink.muted } : {}) };
    for (const line of lines) y += stack(sheet, line, page.left, y, width, style);
    y += 10;
  }
};
