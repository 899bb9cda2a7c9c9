import fc from 'fast-check';
import { expect, it } from 'vitest';
import { issued, moving, openOn, owed, randomOwed } from '../testing/owed.ts';

it('is the whole of an invoice at first', () => {
  expect(owed(issued())).toEqual({
    id: 'i1',
    number: 'INV-2026-000001',
    customerId: 'c1',
    customerName: 'Ada Ltd',
    currency: 'GBP',
    timeZone: 'Europe/London',
    issueDate: '2026-01-05',
    dueDate: '2026-01-05',
    total: 1836,
    open: 1836,
    moves: [],
    settledOn: null,
  });
});

it('is less by payments, credits and what is given up; and more again by what bounces or is not lost after all', () => {
  const paid = [issued(), moving('PaymentAllocated', 836, '2026-01-06'), moving('CreditAllocated', 200, '2026-01-07')];
  const lost = [...paid, moving('InvoiceWrittenOff', 800, '2026-03-01')];
  expect([owed(...paid), owed(...lost)]).toMatchObject([
    { open: 800, settledOn: null },
    { open: 0, settledOn: '2026-03-01' },
  ]);
  const back = [moving('InvoiceWriteOffReversed', 800, '2026-04-01'), moving('PaymentAllocated', 300, '2026-04-01')];
  const bounced = moving('AllocationReversed', 836, '2026-04-02');
  expect(owed(...lost, ...back, bounced)).toMatchObject({
    open: 1336,
    settledOn: null,
    moves: [
      { day: '2026-01-06', amount: 836 },
      { day: '2026-01-07', amount: 200 },
      { day: '2026-03-01', amount: 800 },
      { day: '2026-04-01', amount: -500 },
      { day: '2026-04-02', amount: -836 },
    ],
  });
});

it("goes by the days where the company was, and no earlier than the invoice's own", () => {
  const night = moving('PaymentAllocated', 1, '2026-07-01T23:30:00Z');
  expect(owed(issued(), night)?.moves).toEqual([{ day: '2026-07-02', amount: 1 }]);
  expect(owed(issued({ timeZone: 'UTC' }), night)?.moves).toEqual([{ day: '2026-07-01', amount: 1 }]);
  expect(owed(issued(), moving('PaymentAllocated', 1836, '2026-01-02'))).toMatchObject({ settledOn: '2026-01-05' });
});

it('is nothing where nothing was asked for', () =>
  expect(owed(issued({ total: 0 }))).toMatchObject({ open: 0, settledOn: '2026-01-05' }));

it('knows no invoice that was never issued', () =>
  expect(owed(moving('PaymentAllocated', 1, '2026-01-05'))).toBeUndefined());

it('was never less than nothing or more than the total, on any day, in whatever order days are told', () =>
  fc.assert(
    fc.property(randomOwed, fc.nat(300), ({ open, events }, days) => {
      const row = owed(...events);
      const day = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      if (!row) return false;
      const then = openOn(row, day);
      const isSettled = row.settledOn !== null && row.settledOn <= day;
      expect(row.open).toBe(open);
      expect(openOn(row, '9999-12-31')).toBe(open);
      expect(row.settledOn === null).toBe(open > 0);
      return then >= 0 && then <= row.total && !(isSettled && then > 0);
    }),
  ));
