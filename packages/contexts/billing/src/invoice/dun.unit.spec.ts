import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
import { invoiceActions } from './available-actions.ts';
import { invoiceCommands as commands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import { Invoice } from './invoice.ts';
import { standingOf } from './state.ts';

const invoice = specOf(Invoice, expect);
const process = { kind: 'process', id: 'billing.dunning', name: 'billing.dunning' } as const;
const id = { invoiceId: 'i-1' };
const of = { orderId: 'o-1', currency: 'GBP' };
const net: InvoiceEvent = { ...issued, data: { ...issued.data, terms: 'NET_14', dueDate: '2026-07-01' } };
const TOTAL = issued.data.total;
// The clocks are an hour ahead of UTC: the day is over at 23:00.
const inTime = { now: new Date('2026-07-01T22:59:59Z') };
const late = { now: new Date('2026-07-01T23:00:00Z') };

const overdue: InvoiceEvent = { type: 'InvoiceOverdue', data: { ...of, dueDate: '2026-07-01', open: TOTAL } };
const reminder = (level: number): InvoiceEvent => ({ type: 'ReminderSent', data: { ...of, level, open: TOTAL } });
const allocated = (amount: number): InvoiceEvent => ({
  type: 'PaymentAllocated',
  data: { ...of, amount, allocationId: null },
});
const paid: InvoiceEvent = { type: 'InvoicePaid', data: { orderId: 'o-1' } };
const lost: InvoiceEvent = {
  type: 'InvoiceWrittenOff',
  data: { ...of, customerId: 'c-1', amount: TOTAL, reason: 'bankrupt' },
};

describe('an invoice', () => {
  it('is overdue from the end of its due date on, where the business is', () => {
    invoice.given(net).when(commands.MarkInvoiceOverdue, id, inTime).thenRefused('InvoiceNotDue', {
      number: 'INV-2026-000001',
      dueDate: '2026-07-01',
    });
    invoice.given(net).when(commands.MarkInvoiceOverdue, id, late).then(overdue);
    invoice.given(net, overdue).when(commands.MarkInvoiceOverdue, id, late).thenNothing();
  });

  it('that is paid is not overdue: a person is told, a process changes nothing', () => {
    const settled = invoice.given(net, allocated(TOTAL), paid);
    settled.when(commands.MarkInvoiceOverdue, id, late).thenRefused('InvoiceNotOpen');
    settled.when(commands.MarkInvoiceOverdue, id, { ...late, actor: process }).thenNothing();
    settled.when(commands.SendReminder, { ...id, level: 1 }, { ...late, actor: process }).thenNothing();
  });

  it('is sent once', () => {
    const sent: InvoiceEvent = { type: 'InvoiceSent', data: { orderId: 'o-1' } };
    invoice.given(net).when(commands.SendInvoice, id).then(sent);
    invoice.given(net, sent).when(commands.SendInvoice, id).thenRefused('InvoiceAlreadySent');
    invoice.given(net, sent).when(commands.SendInvoice, id, { actor: process }).thenNothing();
  });
});

describe('a reminder', () => {
  it('is the next of three, over what is still open', () => {
    const part = allocated(TOTAL - 100);
    invoice.given(net, overdue).when(commands.SendReminder, id, late).then(reminder(1));
    invoice
      .given(net, overdue, reminder(1), part)
      .when(commands.SendReminder, id, late)
      .then({ type: 'ReminderSent', data: { ...of, level: 2, open: 100 } });
    invoice
      .given(net, overdue, reminder(1), reminder(2), reminder(3))
      .when(commands.SendReminder, id, late)
      .thenRefused('NoMoreReminders', { number: 'INV-2026-000001', reminders: 3 });
  });

  it('is not sent before the invoice is due, and marks it overdue', () => {
    invoice.given(net).when(commands.SendReminder, id, inTime).thenRefused('InvoiceNotDue');
    invoice.given(net).when(commands.SendReminder, id, late).then(overdue, reminder(1));
  });

  it('of a level that was sent already is not sent again', () => {
    invoice
      .given(net, overdue, reminder(1))
      .when(commands.SendReminder, { ...id, level: 1 }, { ...late, actor: process })
      .thenNothing();
  });
});

describe('writing an invoice off', () => {
  it('gives up what is open', () => {
    invoice
      .given(net, allocated(1_000))
      .when(commands.WriteOffInvoice, { ...id, reason: 'bankrupt' })
      .then({ ...lost, data: { ...of, customerId: 'c-1', amount: TOTAL - 1_000, reason: 'bankrupt' } });
    invoice
      .given(net, lost)
      .when(commands.WriteOffInvoice, { ...id, reason: 'again' })
      .thenRefused('InvoiceNotOpen');
  });

  it('is taken back by a payment: what that leaves is open again', () => {
    const reversed: InvoiceEvent = {
      type: 'InvoiceWriteOffReversed',
      data: { ...of, customerId: 'c-1', amount: TOTAL, because: 'PAYMENT' },
    };
    const pay = (amount: number) =>
      invoice.given(net, lost).when(commands.AllocatePayment, { ...id, amount, currency: 'GBP' });
    pay(1_000).then(reversed, allocated(1_000));
    pay(TOTAL).then(reversed, allocated(TOTAL), paid);
    pay(0).thenNothing();
    const { state } = invoice.given(net, overdue, lost, reversed, allocated(1_000));
    expect(state && standingOf(state)).toMatchObject({ status: 'OVERDUE', open: TOTAL - 1_000 });
  });
});

it('tells people what they can do with an invoice, and why not', () => {
  const actions = (now: Date, ...events: InvoiceEvent[]) => {
    const { state } = invoice.given(...events);
    const all = state ? invoiceActions({ ...standingOf(state), sent: state.sent }, now) : [];
    return all.map(({ name, refusal }) => [name, refusal?.code]);
  };
  expect(actions(inTime.now, net)).toEqual([
    ['sendInvoice', undefined],
    ['issueCreditNote', undefined],
    ['markInvoiceOverdue', 'InvoiceNotDue'],
    ['sendReminder', 'InvoiceNotDue'],
    ['writeOffInvoice', undefined],
  ]);
  expect(actions(late.now, net, allocated(TOTAL), paid).slice(2)).toEqual([
    ['markInvoiceOverdue', 'InvoiceNotOpen'],
    ['sendReminder', 'InvoiceNotOpen'],
    ['writeOffInvoice', 'InvoiceNotOpen'],
  ]);
});
