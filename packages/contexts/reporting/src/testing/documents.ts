import type { invoiceEvents } from '@waybill/billing/contract';
import type { EventFrom } from '@waybill/engine';

type ContentOf<T extends keyof typeof invoiceEvents> = EventFrom<(typeof invoiceEvents)[T]>['data'];

export const customer = { customerId: 'c1', customerName: 'Ada Ltd' };
export const address = { country: 'United Kingdom' };
/** Six mugs at 2.55: a line of an order or of a document. */
export const mugs = {
  lineId: 'L1',
  kind: 'GOODS',
  sku: 'MUG',
  description: 'Red mug',
  quantity: 6,
  unitPrice: '2.55',
  taxCode: 'STANDARD',
  taxRate: '20',
  amount: 1530,
} as const;

export const invoiceContent: ContentOf<'InvoiceIssued'> = {
  number: 'INV-2026-000001',
  series: 'INV-2026',
  orderId: 'o1',
  orderNumber: 'ORD-2026-000001',
  ...customer,
  billingAddress: address,
  companyVersion: 1,
  timeZone: 'Europe/London',
  buyerVatId: null,
  seller: { legalName: 'Waybill', addressLines: [], address, vatNumber: '', bank: '', iban: '' },
  deliveryId: null,
  currency: 'GBP',
  prices: 'NET',
  terms: 'PREPAID',
  lines: [{ ...mugs, discount: 0, tax: 306 }],
  taxes: [],
  net: 1530,
  tax: 306,
  total: 1836,
  issueDate: '2026-01-05',
  taxPoint: '2026-01-05',
  dueDate: '2026-01-05',
};
export const creditNoteContent: ContentOf<'CreditNoteIssued'> = {
  ...invoiceContent,
  creditNoteId: 'n1',
  invoiceId: 'i1',
  invoiceNumber: invoiceContent.number,
  lines: [],
  reason: '',
  returnId: null,
};
