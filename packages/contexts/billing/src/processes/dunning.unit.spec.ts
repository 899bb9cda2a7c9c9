import type { TimerFired } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import { expect, it } from 'vitest';
import { issued } from '../testing/billed-order.ts';
import { dunning } from './dunning.ts';

const net = { ...issued, data: { ...issued.data, terms: 'NET_14' as const, dueDate: '2026-03-22' } };
const invoiced = recorded('i-1', net);
const paid = recorded('i-1', { type: 'InvoicePaid', data: { orderId: 'o-1' } } as const);
const money = { orderId: 'o-1', customerId: 'c-1', amount: 5, currency: 'GBP' };
const lost = recorded('i-1', { type: 'InvoiceWrittenOff', data: { ...money, reason: 'bankrupt' } } as const);
const revived = recorded('i-1', { type: 'InvoiceWriteOffReversed', data: { ...money, because: 'PAYMENT' } } as const, {
  recordedAt: new Date('2026-04-01T10:00:00Z'),
});
const { state } = dunning.react(dunning.initial, invoiced);
const fired = (name: string): TimerFired => {
  const at = new Date('2026-04-01T00:00:00Z');
  return { id: 't', instance: 'i-1', name, dueAt: at, firedAt: at };
};
const on = (name: string, of = state) => dunning.onTimer?.(of, fired(name)).commands ?? [];

it('waits for the end of the due date, and for three weeks after it', () => {
  expect(dunning.react(dunning.initial, invoiced).timers).toEqual([
    { set: 'due', dueAt: new Date('2026-03-23T00:00:00Z') },
    // The clocks went forward in between.
    { set: 'reminder-1', dueAt: new Date('2026-03-29T23:00:00Z') },
    { set: 'reminder-2', dueAt: new Date('2026-04-05T23:00:00Z') },
    { set: 'reminder-3', dueAt: new Date('2026-04-12T23:00:00Z') },
  ]);
  expect(on('due')).toEqual([{ type: 'MarkInvoiceOverdue', data: { invoiceId: 'i-1' } }]);
  expect(on('reminder-2')).toEqual([{ type: 'SendReminder', data: { invoiceId: 'i-1', level: 2 } }]);
  expect(dunning.waiting(state)).toEqual(['payment']);
});

it('has ended once nothing is open', () => {
  for (const end of [paid, lost]) {
    const after = dunning.react(state, end);
    expect(after.timers?.map((wish) => 'cancel' in wish && wish.cancel)).toEqual([
      'due',
      'reminder-1',
      'reminder-2',
      'reminder-3',
    ]);
    expect([dunning.waiting(after.state), on('reminder-1', after.state)]).toEqual([[], []]);
  }
});

it('goes on where a debt that was given up revives', () => {
  const after = dunning.react(dunning.react(state, lost).state, revived);
  expect(dunning.waiting(after.state)).toEqual(['payment']);
  expect(after.timers?.map((wish) => 'set' in wish && wish.set)).toEqual(['reminder-2', 'reminder-3']);
});

it('does nothing about what was paid in advance, or is of the past', () => {
  const past = recorded('i-1', { ...net, data: { ...net.data, series: 'HIST-2010' } });
  for (const event of [recorded('i-1', issued), past])
    expect(dunning.react(dunning.initial, event)).toEqual({ state: dunning.initial });
});

it('starts again where a payment bounced: overdue at once, and reminded in the weeks after', () => {
  const bounced = (at: string) =>
    recorded('i-1', { type: 'AllocationReversed', data: { ...money, reversalId: 'r-1', reason: 'bounced' } } as const, {
      recordedAt: new Date(at),
    });
  const settled = dunning.react(state, paid).state;
  const late = dunning.react(settled, bounced('2026-05-01T10:00:00Z'));
  expect(late.commands).toEqual([{ type: 'MarkInvoiceOverdue', data: { invoiceId: 'i-1' } }]);
  expect(late.timers?.map((wish) => 'set' in wish && wish.set)).toEqual(['reminder-1', 'reminder-2', 'reminder-3']);
  expect(late.timers?.[0]).toMatchObject({ dueAt: new Date('2026-05-08T23:00:00Z') });
  const early = dunning.react(settled, bounced('2026-03-01T10:00:00Z'));
  expect([early.commands, early.timers?.length]).toEqual([undefined, 4]);
  expect(dunning.react(dunning.initial, bounced('2026-05-01T10:00:00Z')).timers).toBeUndefined();
});
