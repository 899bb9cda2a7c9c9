import type { CreditNoteContent } from '../../credit-note/events.ts';
import type { PrintedDocument } from './content.ts';
import { figure, longDate } from './format.ts';
import { pricesNote } from './prices-note.ts';

export const printedCreditNote = (content: CreditNoteContent): PrintedDocument => {
  const { number, invoiceNumber, orderNumber, issueDate, taxPoint, total, currency, reason } = content;
  const of = invoiceNumber === null ? 'your account' : `invoice ${invoiceNumber}`;
  const credited = `${figure(total, currency)} ${currency} is credited to ${of}. What was paid already can be refunded.`;
  return {
    ...content,
    title: 'Credit note',
    number,
    subject: invoiceNumber === null ? 'Credit without an invoice' : `Invoice ${invoiceNumber}`,
    facts: [
      ['Issue date', longDate(issueDate)],
      ['Tax point', longDate(taxPoint)],
      ...(invoiceNumber === null ? [] : [['Invoice', invoiceNumber] as const]),
      ...(orderNumber === null ? [] : [['Order', orderNumber] as const]),
    ],
    mark: null,
    notes: [...pricesNote(content), { label: 'Credit', lines: [credited] }, { label: 'Reason', lines: [reason] }],
  };
};
