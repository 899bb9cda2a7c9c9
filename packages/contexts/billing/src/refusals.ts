import { formatMoney, refusal } from '@waybill/kernel';

/** Every "no" of this context: what is wrong, then what to do next. */
export const BillingStopped = refusal(
  'BillingStopped',
  { orderId: 'String' },
  ({ orderId }) => `Order ${orderId} was cancelled before it was invoiced: place a new order to invoice it.`,
);
export const CompanyDetailsInvalid = refusal(
  'CompanyDetailsInvalid',
  { field: 'String', reason: 'String' },
  ({ field, reason }) => `${field} of the company is not valid: ${reason}, and save again.`,
);
export const CompanyNotFilledIn = refusal(
  'CompanyNotFilledIn',
  {},
  () =>
    'No document is issued while it is not known who sells: fill in the page of the company (/company), then try again.',
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

export const InvoiceAlreadySent = refusal(
  'InvoiceAlreadySent',
  { number: 'String' },
  ({ number }) => `Invoice ${number} was sent already: send a reminder once it is overdue.`,
);
const STATES: Readonly<Record<string, string>> = {
  PAID: 'paid',
  SETTLED: 'settled by credit',
  WRITTEN_OFF: 'written off',
};
export const InvoiceNotOpen = refusal(
  'InvoiceNotOpen',
  { number: 'String', status: 'String' },
  ({ number, status }) => `Nothing is open on invoice ${number}, it is ${STATES[status] ?? status}: leave it as it is.`,
);
export const InvoiceNotDue = refusal(
  'InvoiceNotDue',
  { number: 'String', dueDate: 'String' },
  ({ number, dueDate }) => `Invoice ${number} can be paid until the end of ${dueDate}: wait until that day is over.`,
);
export const NoMoreReminders = refusal(
  'NoMoreReminders',
  { number: 'String', reminders: 'Int' },
  ({ number, reminders }) =>
    `${reminders} reminders were sent for invoice ${number}, which is all there are: write it off, or speak to the customer.`,
);
export const NothingToCredit = refusal(
  'NothingToCredit',
  { of: 'String' },
  ({ of }) => `Nothing is left to credit for ${of}: choose lines or an amount that were not credited before.`,
);
export const PriceWithoutReturn = refusal(
  'PriceWithoutReturn',
  { number: 'String' },
  ({ number }) =>
    `Pieces of invoice ${number} that are credited count as credited, and a price of their own would leave the rest owed: credit an amount instead, or name the return that brought them back.`,
);
export const InvoiceLineUnknown = refusal(
  'InvoiceLineUnknown',
  { number: 'String', lineId: 'String' },
  ({ number, lineId }) => `Invoice ${number} has no line ${lineId}: choose one of its lines.`,
);
export const CreditExceedsLine = refusal(
  'CreditExceedsLine',
  { number: 'String', lineId: 'String', left: 'Int' },
  ({ number, left }) =>
    `Only ${left} pieces of this line of invoice ${number} are left to credit: choose no more than that.`,
);
export const CreditExceedsInvoice = refusal(
  'CreditExceedsInvoice',
  { number: 'String', creditable: 'BigInt', currency: 'String' },
  ({ number, creditable, currency }) =>
    `Credits never exceed their invoice: of ${number} ${formatMoney({ amount: creditable, currency })} with tax can still be credited; choose less.`,
);

export const billingRefusals = [
  BillingStopped,
  CompanyDetailsInvalid,
  CompanyNotFilledIn,
  InvoiceUnknown,
  InvoiceCurrencyMismatch,
  AllocationNotAllowed,
  InvoiceAlreadySent,
  InvoiceNotOpen,
  InvoiceNotDue,
  NoMoreReminders,
  NothingToCredit,
  PriceWithoutReturn,
  InvoiceLineUnknown,
  CreditExceedsLine,
  CreditExceedsInvoice,
] as const;
