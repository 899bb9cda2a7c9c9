import { describe, expect, it } from 'vitest';
import { fold, invoicePaid, issued, placed, told } from '../testing/board-story.ts';
import { creditNoteContent } from '../testing/documents.ts';
import type { OrderBoardEvent } from './order-board-events.ts';

describe('The board of orders, of invoices and credit notes', () => {
  it('follows the invoice, and is found by its number', () => {
    const invoice = { invoiceId: 'i1', invoiceNumber: 'INV-2026-000001' };
    const search = 'ord-2026-000001 536365 ada ltd mug inv-2026-000001';
    expect(fold(...placed, issued)).toMatchObject({ ...invoice, invoiceStatus: 'ISSUED', search });
    expect(fold(...placed, issued, invoicePaid)).toMatchObject({ ...invoice, invoiceStatus: 'PAID' });
  });

  it('follows what is credited of its invoices, overdue or given up', () => {
    const credited = (total: number) => told('CreditNoteIssued', { ...creditNoteContent, total }, 'i1');
    const statusAfter = (...events: OrderBoardEvent[]) => fold(...placed, issued, ...events)?.invoiceStatus;
    const overdue = { orderId: 'o1', open: 1836, currency: 'GBP', dueDate: '2026-01-05' };
    expect(statusAfter(told('InvoiceOverdue', overdue, 'i1'))).toBe('OVERDUE');
    expect(statusAfter(told('InvoiceOverdue', overdue, 'i1'), credited(100))).toBe('OVERDUE');
    expect(statusAfter(invoicePaid, credited(100))).toBe('PART_CREDITED');
    expect(statusAfter(credited(100), told('InvoiceSettled', { orderId: 'o1' }, 'i1'))).toBe('PART_CREDITED');
    expect(statusAfter(invoicePaid, credited(100), credited(1736))).toBe('CREDITED');
    const lost = { orderId: 'o1', customerId: 'c1', amount: 1836, currency: 'GBP', reason: 'bankrupt' };
    expect(statusAfter(told('InvoiceWrittenOff', lost, 'i1'))).toBe('WRITTEN_OFF');
  });
});
