import { invoiceEvents } from '@waybill/billing/contract';
import { defineProjection, type EventOf } from '@waybill/engine';
import { localDate } from '@waybill/kernel';

/** What came off what is open on a day of the business's calendar; below zero where it was open again. Minor units. */
export interface Move {
  readonly day: string;
  readonly amount: number;
}

/** A row of reporting.receivables. Amounts in minor units, days as ISO dates. */
export interface ReceivableRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  /** Null once the person is forgotten. */
  readonly customerName: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly total: number;
  /** What is still to be paid. */
  readonly open: number;
  /** One per day at most, in their order: what was open on any day can be told. */
  readonly moves: readonly Move[];
  /** The day since which nothing is open; null while something is. */
  readonly settledOn: string | null;
}

const { InvoiceIssued, PaymentAllocated, AllocationReversed, CreditAllocated } = invoiceEvents;
const { InvoiceWrittenOff, InvoiceWriteOffReversed } = invoiceEvents;
const MOVING = [
  PaymentAllocated,
  AllocationReversed,
  CreditAllocated,
  InvoiceWrittenOff,
  InvoiceWriteOffReversed,
] as const;
type Moving = EventOf<typeof MOVING>;

const signs: Readonly<Record<Moving['type'], 1 | -1>> = {
  PaymentAllocated: 1,
  CreditAllocated: 1,
  InvoiceWrittenOff: 1,
  AllocationReversed: -1,
  InvoiceWriteOffReversed: -1,
};

/** Decisions keep their order: what was decided later counts on no earlier day, whenever it is said to have happened. */
const dayOf = ({ moves, issueDate, timeZone }: ReceivableRow, occurredAt: Date): string => {
  const earliest = moves.at(-1)?.day ?? issueDate;
  const day = localDate(occurredAt, timeZone);
  if (day < earliest) return earliest;
  return day;
};

const moved = (row: ReceivableRow, day: string, amount: number): ReceivableRow => {
  const last = row.moves.at(-1);
  const moves =
    last?.day === day
      ? [...row.moves.slice(0, -1), { day, amount: last.amount + amount }]
      : [...row.moves, { day, amount }];
  const open = row.open - amount;
  return { ...row, moves, open, settledOn: open === 0 ? day : null };
};

/** What is owed by invoice, also of channels of the past: how old it is depends on the day on which somebody looks. */
export const receivables = defineProjection({
  name: 'reporting.receivables',
  version: 1,
  events: [InvoiceIssued, ...MOVING],
  table: { schema: 'reporting', name: 'receivables', key: 'id' },
  freshness: 1_000,
  keys: ({ id }) => [id],
  evolve: (row: ReceivableRow | undefined, event): ReceivableRow | undefined => {
    if (event.type !== 'InvoiceIssued')
      return row && moved(row, dayOf(row, event.occurredAt), signs[event.type] * event.data.amount);
    const { number, customerId, customerName, currency, timeZone, issueDate, dueDate, total } = event.data;
    return {
      ...{ id: event.id, number, customerId, customerName, currency, timeZone, issueDate, dueDate, total },
      open: total,
      moves: [],
      settledOn: total === 0 ? issueDate : null,
    };
  },
});
