import type { EventOf, Recorded } from '@waybill/engine';
import { recorded } from '@waybill/engine/testing';
import fc from 'fast-check';
import { type ReceivableRow, receivables } from '../read-models/receivables.ts';
import { invoiceContent } from './documents.ts';

type Heard = Recorded<EventOf<typeof receivables.events>>;
type Moving = Exclude<Heard, { readonly type: 'InvoiceIssued' }>['type'];

const of = { orderId: 'o1', currency: 'GBP' };
const whole = (type: Moving, amount: number, occurredAt: Date): Heard => {
  switch (type) {
    case 'PaymentAllocated':
      return recorded('i1', { type, occurredAt, data: { ...of, amount, allocationId: null } });
    case 'AllocationReversed':
      return recorded('i1', { type, occurredAt, data: { ...of, amount, reversalId: 'r1', reason: 'no funds' } });
    case 'CreditAllocated':
      return recorded('i1', { type, occurredAt, data: { ...of, amount, creditNoteId: 'n1' } });
    case 'InvoiceWrittenOff':
      return recorded('i1', { type, occurredAt, data: { ...of, amount, customerId: 'c1', reason: 'bankrupt' } });
    case 'InvoiceWriteOffReversed':
      return recorded('i1', { type, occurredAt, data: { ...of, amount, customerId: 'c1', because: 'PAYMENT' } });
  }
};

type Said = Partial<Extract<Heard, { readonly type: 'InvoiceIssued' }>['data']>;
/** An invoice of £18.36, issued and due on 5 January 2026 unless it says otherwise. */
export const issued = (said: Said = {}, id = 'i1'): Heard =>
  recorded(id, { type: 'InvoiceIssued', data: { ...invoiceContent, ...said } });

/** What moves what is open of it, at noon of a day, or at an instant. */
export const moving = (type: Moving, amount: number, at: string): Heard =>
  whole(type, amount, new Date(at.includes('T') ? at : `${at}T12:00:00Z`));

export const owed = (...events: readonly Heard[]): ReceivableRow | undefined =>
  events.reduce<ReceivableRow | undefined>((row, event) => receivables.evolve(row, event, event.id), undefined);

/** What was open at the end of a day, told the slow way. */
export const openOn = ({ issueDate, total, moves }: ReceivableRow, day: string): number =>
  issueDate > day ? 0 : total - moves.reduce((sum, move) => sum + (move.day <= day ? move.amount : 0), 0);

const dayAfter = (days: number): string =>
  new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10);

const OFF = ['PaymentAllocated', 'CreditAllocated', 'InvoiceWrittenOff'] as const;
const ON = ['AllocationReversed', 'InvoiceWriteOffReversed'] as const;
const step = fc.record({ off: fc.boolean(), kind: fc.nat(2), share: fc.integer({ min: 1, max: 4 }), day: fc.nat(150) });

/** An invoice with what may become of it, told in any order of days: never more comes off than is open, or on than was off. */
export const randomOwed = fc
  .record({
    currency: fc.constantFrom('EUR', 'GBP', 'JPY'),
    customerId: fc.constantFrom('c1', 'c2', 'c3'),
    total: fc.nat(10_000),
    terms: fc.constantFrom(0, 14, 30),
    day: fc.nat(100),
    steps: fc.array(step, { maxLength: 6 }),
  })
  .map(({ currency, customerId, total, terms, day: issuedOn, steps }) => {
    const dates = { issueDate: dayAfter(issuedOn), dueDate: dayAfter(issuedOn + terms) };
    let open = total;
    const moves = steps.flatMap(({ off, kind, share, day }) => {
      const amount = Math.floor((off ? open : total - open) / share);
      open += off ? -amount : amount;
      const type = off ? OFF[kind % OFF.length] : ON[kind % ON.length];
      return amount > 0 && type ? [moving(type, amount, dayAfter(day))] : [];
    });
    return { open, events: [issued({ currency, customerId, total, ...dates }), ...moves] };
  });
