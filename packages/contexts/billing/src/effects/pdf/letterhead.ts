import type { PrintedDocument } from './content.ts';
import { figure } from './format.ts';
import { contentWidth, ink, label, page, type Sheet, stack, write } from './sheet.ts';

/** A text for personal data that is not there any more. */
const FORGOTTEN = 'forgotten';

const addressLines = ({ billingAddress, customerName }: PrintedDocument): readonly string[] => {
  if (!billingAddress) return customerName === null ? [] : [FORGOTTEN];
  const { line1, line2, city, postcode, country } = billingAddress;
  const place = [city, postcode].filter(Boolean).join(' ');
  return [line1, line2, place, country].filter((line): line is string => line !== undefined && line !== '');
};

/** Who sells, what this is, who it is for, and what it comes to. Answers where the page goes on. */
export const letterhead = (sheet: Sheet, content: PrintedDocument): number => {
  const { title, seller, number, customerName, buyerVatId, total, currency, facts, mark } = content;
  const half = contentWidth / 2;
  let left: number = page.top;
  left += stack(sheet, seller.legalName, page.left, left, half, { face: 'semibold', size: 11 }) + 2;
  for (const line of [...seller.addressLines, `VAT ${seller.vatNumber}`])
    left += stack(sheet, line, page.left, left, half, { size: 8.5, colour: ink.muted });

  const heading = { face: 'semibold', size: 24, align: 'right' } as const;
  const titleHeight = stack(sheet, title, page.left + half, page.top - 7, half, heading);
  write(sheet, number, page.left + half, page.top - 5 + titleHeight, half, {
    face: 'medium',
    size: 11,
    colour: ink.accent,
    align: 'right',
  });

  const top = 170;
  label(sheet, 'Billed to', page.left, top, half);
  let y = top + 14;
  y += stack(sheet, customerName ?? FORGOTTEN, page.left, y, half - 20, { face: 'medium', size: 10.5 }) + 1;
  const vatId = buyerVatId === null ? [] : [`VAT ${buyerVatId}`];
  for (const line of [...addressLines(content), ...vatId])
    y += stack(sheet, line, page.left, y, half - 20, { colour: ink.muted });

  const column = page.left + half;
  let row = top;
  for (const [name, value] of facts) {
    label(sheet, name, column, row + 2, 90);
    row += stack(sheet, value, column + 90, row, half - 90, { align: 'right' }) + 3.5;
  }

  const band = Math.max(y, row) + 18;
  sheet.roundedRect(page.left, band, contentWidth, 46, 6).fillColor('#fafafa').fill();
  label(sheet, 'Total', page.left + 16, band + 11, 200);
  write(sheet, `${figure(total, currency)} ${currency}`, page.left + 16, band + 20, 260, {
    face: 'semibold',
    size: 14,
  });
  if (mark !== null) tick(sheet, band, mark);
  return band + 46 + 22;
};

/** Said by a word and a shape, not by colour alone. */
const tick = (sheet: Sheet, band: number, text: string) => {
  const x = page.right - 16 - 92;
  sheet
    .roundedRect(x, band + 13, 92, 20, 10)
    .lineWidth(0.8)
    .strokeColor(ink.done)
    .stroke();
  sheet
    .moveTo(x + 12, band + 23.5)
    .lineTo(x + 15.5, band + 27)
    .lineTo(x + 21.5, band + 19.5);
  sheet.lineWidth(1.4).lineJoin('round').lineCap('round').strokeColor(ink.done).stroke();
  write(sheet, text, x + 28, band + 17.5, 60, { face: 'medium', size: 8.5, colour: ink.done });
};
