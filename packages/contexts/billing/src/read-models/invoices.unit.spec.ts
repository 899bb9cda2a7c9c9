import type { EventOf } from '@waybill/engine';
import { UNKNOWN } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
import { credited } from '../testing/credited-order.ts';
import { type InvoiceRow, invoices } from './invoices.ts';

type Told = EventOf<typeof invoices.events>;
const row = (...events: Told[]) =>
  events.reduce<InvoiceRow | undefined>(
    (before, event, index) => invoices.evolve(before, recorded('i-1', event, { version: index + 1 }), 'i-1'),
    undefined,
  );
const { series: _series, seller: _seller, ...shown } = issued.data;
const at = '2026-01-05T09:00:00.000Z';

it('shows what the invoice says', () => {
  expect(row(issued)).toEqual({
    id: 'i-1',
    ...shown,
    status: 'OPEN',
    version: 1,
    paid: 0,
    credited: 0,
    writtenOff: 0,
    open: issued.data.total,
    urgency: 1,
    sentAt: null,
    overdueAt: null,
    allocations: [],
    reminders: [],
    issuedAt: at,
    documentSha256: null,
    documentSize: null,
    search: 'inv-2026-000001 ord-2026-000123 ana meyer',
    updatedAt: at,
  });
});

it('and beside it what became of it', () => {
  const { total } = issued.data;
  const seen = row(
    issued,
    { type: 'InvoiceDocumentStored', data: { orderId: 'o-1', sha256: 'aa', size: 9, renderer: UNKNOWN } },
    { type: 'PaymentAllocated', data: { orderId: 'o-1', amount: total, currency: 'GBP', allocationId: null } },
    { type: 'InvoicePaid', data: { orderId: 'o-1' } },
  );
  expect(seen).toMatchObject({ status: 'PAID', paid: total, documentSha256: 'aa', documentSize: 9, version: 4 });
});

it('finds a forgotten customer by the numbers only', () => {
  const forgotten = { ...issued, data: { ...issued.data, customerName: null, billingAddress: null } };
  expect(row(forgotten)).toMatchObject({ customerName: null, search: 'inv-2026-000001 ord-2026-000123' });
});

it('is overdue, reminded, written off, and open again where money comes after all', () => {
  const { total } = issued.data;
  const of = { orderId: 'o-1', currency: 'GBP' };
  const story: Told[] = [
    issued,
    { type: 'InvoiceSent', data: { orderId: 'o-1' } },
    { type: 'InvoiceOverdue', data: { ...of, open: total, dueDate: '2026-01-05' } },
    { type: 'ReminderSent', data: { ...of, open: total, level: 1 } },
    { type: 'InvoiceWrittenOff', data: { ...of, customerId: 'c-1', amount: total, reason: 'bankrupt' } },
  ];
  expect(row(...story.slice(0, 4))).toMatchObject({ status: 'OVERDUE', urgency: 0, open: total, sentAt: at });
  expect(row(...story)).toMatchObject({ status: 'WRITTEN_OFF', urgency: 2, open: 0, writtenOff: total });
  story.push(
    { type: 'InvoiceWriteOffReversed', data: { ...of, customerId: 'c-1', amount: total, because: 'PAYMENT' } },
    { type: 'PaymentAllocated', data: { ...of, amount: 1_000, allocationId: 'a-1' } },
  );
  expect(row(...story)).toMatchObject({
    status: 'OVERDUE',
    open: total - 1_000,
    paid: 1_000,
    writtenOff: 0,
    reminders: [{ level: 1, open: total, at }],
    allocations: [{ amount: 1_000, at }],
  });
});

it('is credited and settled', () => {
  const { total } = issued.data;
  const allocated = { orderId: 'o-1', creditNoteId: 'n-1', amount: total, currency: 'GBP' };
  const settled = row(
    issued,
    credited,
    { type: 'CreditAllocated', data: allocated },
    { type: 'InvoiceSettled', data: { orderId: 'o-1' } },
  );
  expect(settled).toMatchObject({ status: 'SETTLED', credited: total, open: 0, urgency: 2, overdueAt: null });
  const alone = recorded('n-2', { ...credited, data: { ...credited.data, invoiceId: null } });
  expect([invoices.keys(recorded('i-1', credited)), invoices.keys(alone)]).toEqual([['i-1'], []]);
});
