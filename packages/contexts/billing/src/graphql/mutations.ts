import { builder, commandMutation, commandPayload, reads, readsFrom, shownBy } from '@waybill/graphql';
import { invoiceCommands } from '../invoice/commands.ts';
import { invoices } from '../read-models/invoices.ts';
import {
  CreditExceedsInvoice,
  CreditExceedsLine,
  InvoiceAlreadySent,
  InvoiceLineUnknown,
  InvoiceNotDue,
  InvoiceNotOpen,
  InvoiceUnknown,
  NoMoreReminders,
  NothingToCredit,
  PriceWithoutReturn,
} from '../refusals.ts';
import { Invoice } from './invoice.ts';

const payload = commandPayload('Invoice');

builder.objectField(payload, 'invoice', (t) =>
  t.prismaField({
    ...readsFrom(invoices.name),
    type: Invoice,
    nullable: true,
    description: 'The invoice with what the command did; null where the view takes too long to show it.',
    resolve: async (query, accepted, _args, context, info) =>
      (await shownBy(context, accepted, info, invoices.name))
        ? reads(context).invoice.findUnique({ ...query, where: { id: accepted.aggregateId } })
        : null,
  }),
);

const CreditLineInput = builder.inputType('CreditLineInput', {
  fields: (t) => ({
    lineId: t.id({ required: true }),
    quantity: t.int({ required: true }),
    unitPrice: t.string({
      description:
        "Per piece, major units, with tax where the invoice's prices are GROSS; the invoice's own, where it is left out.",
    }),
  }),
});
const CreditAmountInput = builder.inputType('CreditAmountInput', {
  fields: (t) => ({
    description: t.string({ required: true }),
    amount: t.field({ type: 'BigInt', required: true, description: 'With tax, in minor units.' }),
  }),
});

commandMutation({
  command: invoiceCommands.IssueCreditNote,
  description:
    'Credits lines of an invoice, an amount, or (with neither) all that is left of it. Never more than the invoice comes to.',
  input: (t) => ({
    invoiceId: t.id({ required: true }),
    creditNoteId: t.id({ description: 'The server makes one if left out.' }),
    reason: t.string({ required: true }),
    lines: t.field({ type: [CreditLineInput] }),
    amounts: t.field({ type: [CreditAmountInput] }),
  }),
  payload,
  errors: [
    InvoiceUnknown,
    InvoiceLineUnknown,
    CreditExceedsLine,
    CreditExceedsInvoice,
    NothingToCredit,
    PriceWithoutReturn,
  ],
  toCommand: ({ amounts, ...input }) => ({
    ...input,
    ...(Array.isArray(amounts) ? { amounts: amounts.map((one: object) => ({ code: 'MANUAL', ...one })) } : {}),
  }),
});
commandMutation({
  command: invoiceCommands.SendInvoice,
  description: 'Records that the invoice was sent to the customer.',
  input: (t) => ({ invoiceId: t.id({ required: true }) }),
  payload,
  errors: [InvoiceUnknown, InvoiceAlreadySent],
});
commandMutation({
  command: invoiceCommands.MarkInvoiceOverdue,
  description: 'Marks an invoice overdue, from the end of its due date on; it happens by itself too.',
  input: (t) => ({ invoiceId: t.id({ required: true }) }),
  payload,
  errors: [InvoiceUnknown, InvoiceNotOpen, InvoiceNotDue],
});
commandMutation({
  command: invoiceCommands.SendReminder,
  description: 'Sends the next of three reminders now; they are sent by themselves, a week apart.',
  input: (t) => ({ invoiceId: t.id({ required: true }) }),
  payload,
  errors: [InvoiceUnknown, InvoiceNotOpen, InvoiceNotDue, NoMoreReminders],
});
commandMutation({
  command: invoiceCommands.WriteOffInvoice,
  description: 'Gives up what is open. A payment that comes after all takes it back.',
  input: (t) => ({ invoiceId: t.id({ required: true }), reason: t.string({ required: true }) }),
  payload,
  errors: [InvoiceUnknown, InvoiceNotOpen],
});
