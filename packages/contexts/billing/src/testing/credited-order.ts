import type { CreditNoteIssued } from '../credit-note/events.ts';
import { issued } from './billed-order.ts';

const { customerId, customerName, billingAddress, seller, currency, prices, orderNumber, number } = issued.data;
const { companyVersion, timeZone, buyerVatId } = issued.data;

/** A credit note over everything on the invoice. */
export const credited: CreditNoteIssued = {
  type: 'CreditNoteIssued',
  data: {
    creditNoteId: 'n-1',
    number: 'CRN-2026-000001',
    series: 'CRN-2026',
    invoiceId: 'i-1',
    invoiceNumber: number,
    orderId: 'o-1',
    orderNumber,
    customerId,
    customerName,
    billingAddress,
    buyerVatId,
    companyVersion,
    seller,
    timeZone,
    currency,
    prices,
    lines: issued.data.lines,
    taxes: issued.data.taxes,
    net: issued.data.net,
    tax: issued.data.tax,
    total: issued.data.total,
    issueDate: '2026-01-06',
    taxPoint: '2026-01-06',
    reason: 'came back',
    returnId: null,
  },
};
