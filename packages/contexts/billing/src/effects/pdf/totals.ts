import type { InvoiceContent } from './content.ts';
import { figure, longDate, longTax } from './format.ts';
import { ink, label, page, rule, type Sheet, type Style, stack, write } from './sheet.ts';

const LEFT = 326;
/** From a label to what stands under it. */
const LABEL = 13;

/** Net, tax per rate and total on the right; how it was paid on the left. Kept together on one page. */
export const totals = (sheet: Sheet, content: InvoiceContent, below: number): void => {
  const { net, taxes, total, currency } = content;
  const height = 60 + taxes.length * 16 + 90;
  let y = below + 16;
  if (y + height > page.bottom) {
    sheet.addPage();
    y = page.top;
  }
  payment(sheet, content, y);
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

const payment = (
  sheet: Sheet,
  { orderNumber, issueDate, seller, total, currency }: InvoiceContent,
  top: number,
): void => {
  const width = LEFT - page.left - 30;
  let y = top;
  label(sheet, 'Payment', page.left, y, width);
  y += LABEL;
  const paid = `${figure(total, currency)} ${currency} for order ${orderNumber} was received in full by ${longDate(issueDate)}. Nothing is left to pay.`;
  y += stack(sheet, paid, page.left, y, width, { size: 8.5 }) + 10;
  label(sheet, 'Bank', page.left, y, width);
  y += LABEL;
  for (const line of seller.bank.split(' · '))
    y += stack(sheet, line, page.left, y, width, { size: 8.5, colour: ink.muted });
};
