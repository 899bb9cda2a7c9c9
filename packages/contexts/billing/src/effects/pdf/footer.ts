import type { PrintedDocument } from './content.ts';
import { contentWidth, ink, page, rule, type Sheet, write } from './sheet.ts';

const TOP = 792;

/** On every page who speaks and which page of how many it is. */
export const footers = (sheet: Sheet, { number, seller }: PrintedDocument): void => {
  const { start, count } = sheet.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    sheet.switchToPage(index);
    rule(sheet, TOP);
    const style = { size: 7, colour: ink.muted } as const;
    write(sheet, `${seller.legalName}  ·  VAT ${seller.vatNumber}`, page.left, TOP + 8, contentWidth * 0.7, style);
    const place = `${number}  ·  Page ${index + 1} of ${count}`;
    write(sheet, place, page.left + contentWidth * 0.6, TOP + 8, contentWidth * 0.4, { ...style, align: 'right' });
  }
};
