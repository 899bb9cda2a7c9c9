import { defineProcess, type Reaction, type Recorded, send, type TimerWish } from '@waybill/engine';
import { addDays, localDate } from '@waybill/kernel';
import { beforeThePage } from '../documents/before-the-page.ts';
import { invoiceCommands } from '../invoice/commands.ts';
import { invoiceEvents } from '../invoice/events.ts';
import { lateFrom, REMINDERS } from '../invoice/standing.ts';
import { isHistoricSeries } from '../series.ts';

interface Dunning {
  /** Null where nobody is to be reminded: it was paid before it was issued, or it is of the past. */
  readonly dueDate: string | null;
  readonly isOpen: boolean;
  /** Left out by an earlier release, which knew one only. */
  readonly timeZone?: string;
}

const { InvoiceIssued, InvoicePaid, InvoiceSettled, InvoiceWrittenOff, InvoiceWriteOffReversed, AllocationReversed } =
  invoiceEvents;
/** A reminder each week after the due date. */
const WEEK = 7;
const levels = Array.from({ length: REMINDERS }, (_, index) => index + 1);
const reminder = (level: number): string => `reminder-${level}`;

const set = (dueDate: string, timeZone: string): readonly TimerWish[] => [
  { set: 'due', dueAt: lateFrom(dueDate, timeZone) },
  ...levels.map((level) => ({ set: reminder(level), dueAt: lateFrom(addDays(dueDate, level * WEEK), timeZone) })),
];
const cancelled: readonly TimerWish[] = ['due', ...levels.map(reminder)].map((name) => ({ cancel: name }));

/** Where a debt revives, only what is still ahead is done: whoever was reminded is not reminded again. */
const setAhead = (dueDate: string, timeZone: string, now: Date): readonly TimerWish[] =>
  set(dueDate, timeZone).filter((wish) => 'dueAt' in wish && wish.dueAt > now);

/**
 * A payment bounced: reminders count from that day where it is later than the due date, and the invoice is overdue at once.
 * Those that were sent already are not sent again: the invoice knows.
 */
const again = (
  { id: invoiceId, recordedAt }: Pick<Recorded, 'id' | 'recordedAt'>,
  dueDate: string,
  timeZone: string,
): Pick<Reaction<Dunning>, 'commands' | 'timers'> => {
  if (lateFrom(dueDate, timeZone) > recordedAt) return { timers: set(dueDate, timeZone) };
  const reminders = set(localDate(recordedAt, timeZone), timeZone).filter(
    (wish) => 'set' in wish && wish.set !== 'due',
  );
  return { timers: reminders, commands: [send(invoiceCommands.MarkInvoiceOverdue, { invoiceId })] };
};

/** An invoice on credit is overdue when its due date is over, and its customer is reminded until nothing is open. */
export const dunning = defineProcess({
  name: 'billing.dunning',
  startFrom: 'deployment',
  events: [InvoiceIssued, InvoicePaid, InvoiceSettled, InvoiceWrittenOff, InvoiceWriteOffReversed, AllocationReversed],
  instance: ({ id }) => id,
  initial: { dueDate: null, isOpen: false } as Dunning,
  waits: { payment: { for: 'the payment of the invoice', deadline: { days: 90 }, late: 'alarm' } },
  waiting: ({ isOpen }) => (isOpen ? ['payment'] : []),
  react: (before, event): Reaction<Dunning> => {
    switch (event.type) {
      case 'InvoiceIssued': {
        const { terms, series, dueDate, timeZone } = event.data;
        if (terms === 'PREPAID' || isHistoricSeries(series)) return { state: before };
        return { state: { dueDate, timeZone, isOpen: true }, timers: set(dueDate, timeZone) };
      }
      case 'InvoiceWriteOffReversed': {
        const { dueDate, timeZone = beforeThePage.timeZone } = before;
        // A credit takes back only what it credits.
        if (dueDate === null || event.data.because === 'CREDIT') return { state: before };
        return { state: { dueDate, timeZone, isOpen: true }, timers: setAhead(dueDate, timeZone, event.recordedAt) };
      }
      case 'AllocationReversed': {
        const { dueDate, timeZone = beforeThePage.timeZone } = before;
        if (dueDate === null || before.isOpen) return { state: before };
        return { state: { dueDate, timeZone, isOpen: true }, ...again(event, dueDate, timeZone) };
      }
      case 'InvoicePaid':
      case 'InvoiceSettled':
      case 'InvoiceWrittenOff':
        return before.isOpen ? { state: { ...before, isOpen: false }, timers: cancelled } : { state: before };
    }
  },
  onTimer: (state, { name, instance: invoiceId }): Reaction<Dunning> => {
    if (!state.isOpen) return { state };
    if (name === 'due') return { state, commands: [send(invoiceCommands.MarkInvoiceOverdue, { invoiceId })] };
    const level = levels.find((one) => reminder(one) === name);
    return level === undefined
      ? { state }
      : { state, commands: [send(invoiceCommands.SendReminder, { invoiceId, level })] };
  },
});
