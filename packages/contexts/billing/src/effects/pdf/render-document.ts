import { once } from 'node:events';
import type { PrintedDocument } from './content.ts';
import { footers } from './footer.ts';
import { letterhead } from './letterhead.ts';
import { lineTable } from './line-table.ts';
import { openSheet } from './sheet.ts';
import { totals } from './totals.ts';

/** Raised with any change that makes the bytes of a document differ. */
export const RENDERER = 'waybill-pdf 3';

/**
 * A document as a PDF, A4. A pure function of what it says and the instant of its record: the same bytes every time.
 * Personal fields that were forgotten are printed so.
 */
export const renderDocument = async (content: PrintedDocument, recordedAt: Date): Promise<Buffer> => {
  const sheet = openSheet(content, recordedAt);
  const chunks: Buffer[] = [];
  sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = once(sheet, 'end');
  totals(sheet, content, await lineTable(sheet, content, letterhead(sheet, content)));
  footers(sheet, content);
  sheet.end();
  await done;
  return Buffer.concat(chunks);
};
