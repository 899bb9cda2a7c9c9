import { formatMoney, refusal } from '@waybill/kernel';

/** Every "no" of this context: what is wrong, then what to do next. */
export const BillingStopped = refusal(
  'BillingStopped',
  { orderId: 'String' },
  ({ orderId }) => `Order ${orderId} was cancelled before it was invoiced: place a new order to invoice it.`,
);
export const InvoiceUnknown = refusal(
  'InvoiceUnknown',
  { invoiceId: 'String' },
  ({ invoiceId }) => `There is no invoice ${invoiceId}: check the id on the invoices page.`,
);
export const InvoiceCurrencyMismatch = refusal(
  'InvoiceCurrencyMismatch',
  { expected: 'String', actual: 'String' },
  ({ expected, actual }) =>
    `The invoice is in ${expected} and the money in ${actual}: amounts are never converted; match it to another invoice, or refund it.`,
);
export const AllocationNotAllowed = refusal(
  'AllocationNotAllowed',
  { amount: 'BigInt', open: 'BigInt', currency: 'String' },
  ({ amount, open, currency }) =>
    `${amount} minor units cannot be put to this invoice: give a whole number up to what is open, ${formatMoney({ amount: open, currency })}.`,
);

export const billingRefusals = [BillingStopped, InvoiceUnknown, InvoiceCurrencyMismatch, AllocationNotAllowed] as const;
