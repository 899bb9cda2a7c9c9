import type { EventOf } from '@waybill/engine';
import { UNKNOWN } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
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
