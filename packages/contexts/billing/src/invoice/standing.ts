import { endOfLocalDay, type Refusal } from '@waybill/kernel';
import { InvoiceNotDue, InvoiceNotOpen, NoMoreReminders, NothingToCredit } from '../refusals.ts';

export const INVOICE_STATUSES = ['OPEN', 'OVERDUE', 'PAID', 'SETTLED', 'WRITTEN_OFF'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
export const REMINDERS = 3;

/** What becomes of an invoice beside what it says. Minor units. */
export interface Standing {
  readonly number: string;
  readonly status: InvoiceStatus;
  /** Total − payments − credits − what was written off; never below 0. */
  readonly open: number;
  readonly total: number;
  /** The sum of its credit notes. */
  readonly credited: number;
  readonly dueDate: string;
  /** In which the due date is a day. */
  readonly timeZone: string;
  readonly reminders: number;
}

const isOpen = ({ status }: Standing): boolean => status === 'OPEN' || status === 'OVERDUE';

/** The instant from which on an invoice of this due date is late. */
export const lateFrom = (dueDate: string, timeZone: string): Date => endOfLocalDay(dueDate, timeZone);

/** Why not; undefined where it is possible. */
export const whyNotOverdue = (invoice: Standing, now: Date): Refusal | undefined => {
  const { number, status, dueDate, timeZone } = invoice;
  if (!isOpen(invoice)) return InvoiceNotOpen({ number, status });
  return now < lateFrom(dueDate, timeZone) ? InvoiceNotDue({ number, dueDate }) : undefined;
};
export const whyNotRemind = (invoice: Standing, now: Date): Refusal | undefined => {
  const { number, reminders } = invoice;
  const notDue = whyNotOverdue(invoice, now);
  return notDue ?? (reminders >= REMINDERS ? NoMoreReminders({ number, reminders }) : undefined);
};
export const whyNotWriteOff = (invoice: Standing): Refusal | undefined =>
  isOpen(invoice) ? undefined : InvoiceNotOpen({ number: invoice.number, status: invoice.status });
export const whyNotCredit = ({ number, total, credited }: Standing): Refusal | undefined =>
  credited < total ? undefined : NothingToCredit({ of: `invoice ${number}` });
