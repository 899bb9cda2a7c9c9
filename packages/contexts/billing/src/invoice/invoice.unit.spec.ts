import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
import { credited } from '../testing/credited-order.ts';
import { invoiceCommands as commands } from './commands.ts';
import type { InvoiceEvent } from './events.ts';
import { Invoice } from './invoice.ts';
import { standingOf } from './state.ts';

const invoice = specOf(Invoice, expect);
const allocated = (amount: number): InvoiceEvent => ({
  type: 'PaymentAllocated',
  data: { orderId: 'o-1', amount, currency: 'GBP', allocationId: null },
});
const paid: InvoiceEvent = { type: 'InvoicePaid', data: { orderId: 'o-1' } };
const allocate = (amount: number, currency = 'GBP') => ({ invoiceId: 'i-1', amount, currency });
const TOTAL = issued.data.total;

describe('putting a payment to an invoice', () => {
  it('pays it once everything is there', () => {
    invoice.given(issued).when(commands.AllocatePayment, allocate(TOTAL)).then(allocated(TOTAL), paid);
    invoice.given(issued).when(commands.AllocatePayment, allocate(1_000)).then(allocated(1_000));
    invoice
      .given(issued, allocated(1_000))
      .when(commands.AllocatePayment, allocate(TOTAL - 1_000))
      .then(allocated(TOTAL - 1_000), paid);
  });

  it('counts once per allocation', () => {
    const once = { ...allocate(1_000), allocationId: 'a-1' };
    const counted: InvoiceEvent = {
      type: 'PaymentAllocated',
      data: { orderId: 'o-1', amount: 1_000, currency: 'GBP', allocationId: 'a-1' },
    };
    invoice.given(issued).when(commands.AllocatePayment, once).then(counted);
    invoice.given(issued, counted).when(commands.AllocatePayment, once).thenNothing();
  });

  it('by a process takes what is open and no more', () => {
    const process = { actor: { kind: 'process', id: 'p', name: 'p' } } as const;
    invoice
      .given(issued, allocated(1_000))
      .when(commands.AllocatePayment, allocate(TOTAL), process)
      .then(allocated(TOTAL - 1_000), paid);
    invoice.given(issued, allocated(TOTAL), paid).when(commands.AllocatePayment, allocate(1), process).thenNothing();
  });

  it('of nothing pays an invoice over nothing, and changes no other', () => {
    const free: InvoiceEvent = { ...issued, data: { ...issued.data, total: 0 } };
    invoice.given(free).when(commands.AllocatePayment, allocate(0)).then(paid);
    invoice.given(free, paid).when(commands.AllocatePayment, allocate(0)).thenNothing();
    invoice.given(issued).when(commands.AllocatePayment, allocate(0)).thenNothing();
  });

  it.each([TOTAL + 1, -1, 1.5])('is refused for %s', (amount) => {
    invoice
      .given(issued)
      .when(commands.AllocatePayment, allocate(amount))
      .thenRefused('AllocationNotAllowed', { amount, open: TOTAL, currency: 'GBP' });
  });

  it('is refused where nothing is open', () => {
    invoice
      .given(issued, allocated(TOTAL), paid)
      .when(commands.AllocatePayment, allocate(1))
      .thenRefused('AllocationNotAllowed', { amount: 1, open: 0, currency: 'GBP' });
  });

  it('is refused in another currency, and for an invoice that is not there', () => {
    invoice
      .given(issued)
      .when(commands.AllocatePayment, allocate(1, 'EUR'))
      .thenRefused('InvoiceCurrencyMismatch', { expected: 'GBP', actual: 'EUR' });
    invoice.given().when(commands.AllocatePayment, allocate(1)).thenRefused('InvoiceUnknown', { invoiceId: 'i-1' });
  });
});

describe('the document of an invoice', () => {
  const renderer = 'a renderer';
  const stored: InvoiceEvent = {
    type: 'InvoiceDocumentStored',
    data: { orderId: 'o-1', sha256: 'aa', size: 9, renderer },
  };

  it('is the first that was stored', () => {
    const record = { invoiceId: 'i-1', sha256: 'aa', size: 9, renderer };
    invoice.given(issued).when(commands.RecordInvoiceDocument, record).then(stored);
    invoice
      .given(issued, stored)
      .when(commands.RecordInvoiceDocument, { ...record, sha256: 'bb' })
      .thenNothing();
  });

  it('needs its invoice', () => {
    invoice
      .given()
      .when(commands.RecordInvoiceDocument, { invoiceId: 'i-1', sha256: 'aa', size: 9, renderer })
      .thenRefused('InvoiceUnknown');
  });
});

describe('a payment that bounced', () => {
  const wish = {
    ...{ invoiceId: 'i-1', reversalId: 'r-1', amount: TOTAL, credited: null },
    ...{ currency: 'GBP', reason: 'Its payment bounced' },
  };
  const reversed = (amount: number, reversalId = 'r-1'): InvoiceEvent => ({
    type: 'AllocationReversed',
    data: { orderId: 'o-1', reversalId, amount, currency: 'GBP', reason: 'Its payment bounced' },
  });

  it('opens a paid invoice again, once, and it can be paid again', () => {
    const story = [issued, allocated(TOTAL), paid] as const;
    invoice
      .given(...story)
      .when(commands.ReverseAllocation, wish)
      .then(reversed(TOTAL));
    invoice
      .given(...story, reversed(TOTAL))
      .when(commands.ReverseAllocation, wish)
      .thenNothing();
    invoice
      .given(...story, reversed(TOTAL))
      .when(commands.AllocatePayment, allocate(TOTAL))
      .then(allocated(TOTAL), paid);
  });

  it('takes back no more than was put to it', () => {
    invoice.given(issued, allocated(700)).when(commands.ReverseAllocation, wish).then(reversed(700));
    invoice.given(issued).when(commands.ReverseAllocation, wish).thenNothing();
  });

  it('takes back less, where a credit came between that nobody knew of who asked', () => {
    const taxes = (net: number) => [{ taxCode: 'STANDARD', taxRate: '20', net, tax: 0 }];
    const note = (total: number): InvoiceEvent => ({
      ...credited,
      data: { ...credited.data, lines: [], taxes: taxes(total), net: total, tax: 0, total },
    });
    const story = [issued, allocated(TOTAL), paid, note(500)] as const;
    const asked = { ...wish, amount: 700 };
    invoice
      .given(...story)
      .when(commands.ReverseAllocation, { ...asked, credited: 0 })
      .then(reversed(200));
    invoice
      .given(...story)
      .when(commands.ReverseAllocation, { ...asked, credited: 500 })
      .then(reversed(700));
    invoice
      .given(...story)
      .when(commands.ReverseAllocation, { ...wish, amount: 400, credited: 0 })
      .thenNothing();
    invoice
      .given(...story)
      .when(commands.ReverseAllocation, asked)
      .then(reversed(700));
  });

  it('is open beside what was written off, until that is given up too', () => {
    const lost = (amount: number): InvoiceEvent => ({
      type: 'InvoiceWrittenOff',
      data: { orderId: 'o-1', customerId: 'c-1', amount, currency: 'GBP', reason: 'gone' },
    });
    const { state } = invoice.given(issued, allocated(700), lost(TOTAL - 700), reversed(700));
    expect(state && standingOf(state)).toMatchObject({ status: 'OPEN', open: 700 });
    const after = invoice.given(issued, allocated(700), lost(TOTAL - 700), reversed(700), lost(700)).state;
    expect(after && standingOf(after)).toMatchObject({ status: 'WRITTEN_OFF', open: 0 });
  });
});
