import type { EventFrom } from '@waybill/engine';
import { documentTotals, lineTaxes } from '@waybill/kernel';
import { demoCompany } from '../company/demo-company.ts';
import { issuerOf } from '../company/issuer.ts';
import type { invoiceEvents } from '../invoice/events.ts';
import type { orderBillingEvents } from '../order-billing/events.ts';
import type { BilledOrder } from '../order-billing/order-billing.ts';

const line = (lineId: string, sku: string, unitPrice: string, amount: number, taxRate: string) => ({
  lineId,
  kind: sku === 'POST' ? ('CHARGE' as const) : ('GOODS' as const),
  sku,
  description: sku === 'POST' ? 'Postage' : 'White hanging heart T-light holder',
  quantity: 6,
  unitPrice,
  taxCode: taxRate === '20' ? 'STANDARD' : 'ZERO',
  taxRate,
  amount,
  discount: 0,
});

/** An order as billing knows it: 15.30 at 20 %, 3.99 at 0 %; with tax 22.35. */
export const billedOrder: BilledOrder = {
  orderNumber: 'ORD-2026-000123',
  customerId: 'c-1',
  customerName: 'Ana Meyer',
  buyerVatId: null,
  billingAddress: { line1: '7 Lark Lane', city: 'Leeds', postcode: 'LS1 4AP', country: 'United Kingdom' },
  currency: 'GBP',
  prices: 'NET',
  terms: 'PREPAID',
  lines: [line('l-1', '85123A', '2.55', 1_530, '20'), line('l-2', 'POST', '0.665', 399, '0')],
  channel: 'web',
};
export const opened: EventFrom<typeof orderBillingEvents.BillingOpened> = { type: 'BillingOpened', data: billedOrder };

/** The first version of the demo's company. */
export const issuer = issuerOf(demoCompany, 1);

const { channel: _, ...agreed } = billedOrder;
const { taxes, ...totals } = documentTotals(billedOrder.lines);
const shares = lineTaxes(billedOrder.lines, taxes);
/** Its invoice. */
export const issued: EventFrom<typeof invoiceEvents.InvoiceIssued> = {
  type: 'InvoiceIssued',
  data: {
    number: 'INV-2026-000001',
    series: 'INV-2026',
    orderId: 'o-1',
    ...agreed,
    lines: billedOrder.lines.map((one, at) => ({ ...one, tax: shares[at] ?? 0 })),
    deliveryId: null,
    companyVersion: 1,
    seller: issuer.seller,
    timeZone: issuer.timeZone,
    ...totals,
    taxes: [...taxes],
    issueDate: '2026-01-05',
    taxPoint: '2026-01-05',
    dueDate: '2026-01-05',
  },
};
