import PDFDocument from 'pdfkit';
import type { PrintedDocument } from './content.ts';
import { type Face, fonts } from './fonts.ts';

/** The printed page: A4 in points, one grid, one palette. */
export const page = { width: 595.28, height: 841.89, left: 52, right: 543.28, top: 52, bottom: 772 } as const;
export const contentWidth = page.right - page.left;
export const ink = {
  text: '#18181b',
  muted: '#71717a',
  hairline: '#e4e4e7',
  accent: '#4f46e5',
  done: '#15803d',
} as const;

export type Sheet = PDFKit.PDFDocument;
/** A blank document with its fonts. The same content gives the same bytes: its date is that of the record. */
export const openSheet = ({ title, number, subject, seller }: PrintedDocument, recordedAt: Date): Sheet => {
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: `${title} ${number}`,
      Author: seller.legalName,
      Subject: subject,
      Creator: 'Waybill',
      CreationDate: recordedAt,
    },
  });
  for (const [face, font] of Object.entries(fonts())) sheet.registerFont(face, font);
  return sheet;
};

export interface Style {
  readonly face?: Face;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
  /** Space between letters, for small capitals. */
  readonly spacing?: number;
}

const apply = (sheet: Sheet, { face = 'regular', size = 9, colour = ink.text }: Style): Sheet =>
  sheet.font(face).fontSize(size).fillColor(colour);
/** Figures of one width, so that columns of numbers stand under each other. */
const FIGURES: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];
const optionsOf = (width: number, { align = 'left', spacing = 0 }: Style): PDFKit.Mixins.TextOptions => ({
  width,
  align,
  characterSpacing: spacing,
  // Only where figures stand: text without features of its own is laid out from a cache, many times faster.
  ...(align === 'right' ? { features: FIGURES } : {}),
  lineGap: 1.5,
});

/** Writes text into a column. */
export const write = (sheet: Sheet, text: string, x: number, y: number, width: number, style: Style = {}): void => {
  apply(sheet, style).text(text, x, y, optionsOf(width, style));
};
/** How high text stands in a column. */
export const heightOf = (sheet: Sheet, text: string, width: number, style: Style = {}): number =>
  apply(sheet, style).heightOfString(text, optionsOf(width, style));
/** Writes text into a column; answers its height, for what stands below it. */
export const stack = (sheet: Sheet, text: string, x: number, y: number, width: number, style: Style = {}): number => {
  write(sheet, text, x, y, width, style);
  return heightOf(sheet, text, width, style);
};

/** A small label in capitals. */
export const label = (
  sheet: Sheet,
  text: string,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'right' = 'left',
): void =>
  write(sheet, text.toUpperCase(), x, y, width, { face: 'medium', size: 6.5, colour: ink.muted, spacing: 0.5, align });

/** A line from edge to edge, or between two points. */
export const rule = (
  sheet: Sheet,
  y: number,
  from: number = page.left,
  to: number = page.right,
  colour: string = ink.hairline,
) => sheet.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(colour).stroke();
