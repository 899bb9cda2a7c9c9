import { creditNoteEvents, invoiceEvents } from '@waybill/billing/contract';
import type { EventOf, Recorded } from '@waybill/engine';
import { accountIdOf } from '../account/account-id.ts';
import { orderPaymentEvents } from '../order-payment/events.ts';
import { holderOf, type Ledger, type Posting } from './ledger.ts';

/** Everything that moves money. */
export const documents = [
  orderPaymentEvents.PaymentUnallocated,
  orderPaymentEvents.IncomingPaymentRecorded,
  orderPaymentEvents.MatchedPaymentAdded,
  orderPaymentEvents.PaymentMatched,
  orderPaymentEvents.PaymentKeptAsCredit,
  orderPaymentEvents.PaymentFailed,
  invoiceEvents.InvoiceIssued,
  creditNoteEvents.CreditNoteIssued,
  invoiceEvents.InvoiceWrittenOff,
  invoiceEvents.InvoiceWriteOffReversed,
] as const;
export type Document = Recorded<EventOf<typeof documents>>;

interface Billed {
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly net: number;
  readonly taxes: readonly { readonly taxCode: string; readonly taxRate: string; readonly tax: number }[];
}

/** Net, and the tax of each rate, from the customer to the house. */
const billed = (kind: Posting['kind'], id: string, name: string, { currency, ...of }: Billed): Posting[] => {
  const document = { kind, id, from: accountIdOf('CUSTOMER', currency, of.customerId), currency };
  const text = `${name} ${of.number}`;
  return [
    { ...document, part: 'net', to: accountIdOf('REVENUE', currency), amount: of.net, text },
    ...of.taxes.map(({ taxCode, taxRate, tax: amount }) => ({
      ...document,
      part: `tax ${taxCode} ${taxRate}`,
      to: accountIdOf('TAX', currency),
      amount,
      text: `${text}, tax ${taxRate} %`,
    })),
  ];
};

const turned = ({ from, to, ...posting }: Posting): Posting => ({ ...posting, from: to, to: from });

/** The transfers that a document leads to, as the books stand. */
export const postingsOf = (ledger: Ledger, event: Document): readonly Posting[] => {
  const { currency } = event.data;
  const [holder, world] = [holderOf(ledger, currency), accountIdOf('WORLD', currency)];
  const suspense = accountIdOf('SUSPENSE', currency);
  // A payment arrives once; whatever else becomes of it can happen again.
  const part = event.eventId;
  switch (event.type) {
    case 'PaymentUnallocated': {
      // In an order's stream it was posted when it arrived.
      if (event.category !== 'paymentReference') return [];
      const { paymentId: id, reference, amount } = event.data;
      const text = `Payment ${reference}, not identified`;
      return [{ kind: 'PAYMENT', id, part: '', from: world, to: holder, amount, currency, text }];
    }
    case 'IncomingPaymentRecorded': {
      const { paymentId: id, reference, amount } = event.data;
      const text = `Payment ${reference}`;
      return [{ kind: 'PAYMENT', id, part: '', from: world, to: holder, amount, currency, text }];
    }
    case 'MatchedPaymentAdded': {
      const { paymentId: id, reference, amount } = event.data;
      const text = `Payment ${reference}, matched`;
      return [{ kind: 'PAYMENT_MATCHED', id, part, from: suspense, to: holder, amount, currency, text }];
    }
    case 'PaymentMatched': {
      const { paymentId: id, amount } = event.data;
      const text = 'Payment matched to another order';
      return [{ kind: 'PAYMENT_MATCHED', id, part, from: holder, to: suspense, amount, currency, text }];
    }
    case 'PaymentKeptAsCredit': {
      const { paymentId: id, customerId, amount } = event.data;
      const to = accountIdOf('CUSTOMER', currency, customerId);
      const text = 'Payment kept as credit';
      return [{ kind: 'PAYMENT_KEPT', id, part, from: holder, to, amount, currency, text }];
    }
    case 'PaymentFailed': {
      const { paymentId: id, reason, amount } = event.data;
      const text = `Payment bounced: ${reason}`;
      return [{ kind: 'PAYMENT_FAILED', id, part, from: holder, to: world, amount, currency, text }];
    }
    case 'InvoiceIssued':
      return billed('INVOICE', event.id, 'Invoice', event.data);
    case 'CreditNoteIssued':
      return billed('CREDIT_NOTE', event.data.creditNoteId, 'Credit note', event.data).map(turned);
    case 'InvoiceWrittenOff':
    case 'InvoiceWriteOffReversed': {
      const { customerId, amount } = event.data;
      const from = accountIdOf('BAD_DEBT', currency);
      const to = accountIdOf('CUSTOMER', currency, customerId);
      const given = { id: event.id, part, from, to, amount, currency };
      return event.type === 'InvoiceWrittenOff'
        ? [{ kind: 'WRITE_OFF', ...given, text: 'Invoice written off' }]
        : [turned({ kind: 'WRITE_OFF_REVERSED', ...given, text: 'Write-off taken back' })];
    }
  }
};
