import type { InvoiceContent } from '../../invoice/events.ts';
import type { Note, PrintedDocument } from './content.ts';
import { figure, longDate } from './format.ts';
import { pricesNote } from './prices-note.ts';

const bankOf = ({ seller }: InvoiceContent): Note => ({ label: 'Bank', lines: seller.bank.split(' · '), muted: true });

/** PREPAID: an invoice is issued once everything is paid. On credit: by when it is to be paid, and under which number. */
const paymentOf = (content: InvoiceContent): Note => {
  const { total, currency, orderNumber, issueDate, dueDate, number, terms } = content;
  const amount = `${figure(total, currency)} ${currency}`;
  const text =
    terms === 'PREPAID'
      ? `${amount} for order ${orderNumber} was received in full by ${longDate(issueDate)}. Nothing is left to pay.`
      : `Please pay ${amount} by ${longDate(dueDate)}, and name ${number} with your payment.`;
  return { label: 'Payment', lines: [text] };
};

export const printedInvoice = (content: InvoiceContent): PrintedDocument => {
  const { number, orderNumber, issueDate, taxPoint, dueDate, terms } = content;
  return {
    ...content,
    title: 'Invoice',
    subject: `Order ${orderNumber}`,
    facts: [
      ['Issue date', longDate(issueDate)],
      ['Tax point', longDate(taxPoint)],
      ['Due date', longDate(dueDate)],
      ['Order', orderNumber],
    ],
    number,
    mark: terms === 'PREPAID' ? 'Paid in full' : null,
    notes: [...pricesNote(content), paymentOf(content), bankOf(content)],
  };
};
