import { send } from '@waybill/engine';
import { billing, intake } from '../../neighbours.ts';
import type { Progress } from '../facts/progress.ts';
import { isOver } from '../facts/read.ts';
import type { Rule } from '../rules/rule.ts';
import { isForItself } from './along.ts';
import { creditNoteOf, ownCreditNote } from './credit-notes.ts';
import { momentOf } from './moment-of.ts';
import { chargesOf } from './plan.ts';
import { askedOf, type Parcel, type TakeBack } from './take-back.ts';
import { askOf } from './take-back-rules.ts';

/** Charges are on the first invoice; a sum goes to it too. */
const firstInvoice = ({ invoices }: Progress): string | undefined =>
  Object.entries(invoices).sort(([, one], [, other]) => (one.nth ?? 0) - (other.nth ?? 0))[0]?.[0];

/** What brings nothing back is credited as soon as it is invoiced. */
export const creditSums: Rule = (progress, orderId) => {
  const invoiceId = firstInvoice(progress);
  if (invoiceId === undefined || isOver(progress)) return [];
  return progress.takeBacks
    .filter((one) => isForItself(progress, one))
    .map((one) => {
      const charges = chargesOf(progress, one);
      return {
        key: `credit ${one.id}`,
        commands: () => [
          send(
            billing.IssueCreditNote,
            {
              ...{ invoiceId, creditNoteId: ownCreditNote(one), orderId, returnId: null },
              reason: 'Credited by the channel',
              ...(charges.length > 0 ? { lines: charges } : {}),
              ...(one.amounts.length > 0 ? { amounts: [...one.amounts] } : {}),
            },
            momentOf(progress, one),
          ),
        ],
      };
    });
};

const isDone = (progress: Progress, one: TakeBack): boolean => {
  const { plan, credited } = one;
  if (!plan || (plan.cancelled && !plan.cancelled.refused && !isCancelled(progress, one))) return false;
  const isBack = ({ returnId, refused }: Parcel) => refused === true || credited[creditNoteOf(returnId)] !== undefined;
  const isCredited = credited[ownCreditNote(one)] !== undefined || isOver(progress);
  return plan.parcels.every(isBack) && (isCredited || !isForItself(progress, one));
};

const isCancelled = (progress: Progress, one: TakeBack): boolean => {
  const ask = askOf(progress, one);
  return ask?.answer?.kind === 'STOPPED' && (ask.recorded === true || progress.cancelled);
};

/** Cancelled pieces may still have to be credited at its prices; of anything else nothing follows. */
const kept = (one: TakeBack): readonly TakeBack[] => (one.plan?.cancelled ? [{ ...one, told: true }] : []);

/** Intake hears what came of it. */
export const tellCredited: Rule = (progress, orderId) =>
  progress.takeBacks
    .filter((one) => !one.told && isDone(progress, one))
    .map((one) => {
      const { id: matchId, intakeId, plan, credited } = one;
      const amounts = Object.entries(credited).filter(([, amount]) => amount > 0);
      return {
        key: `credited ${matchId}`,
        commands: () => [
          send(
            intake.RecordCancellationCredit,
            {
              ...{ intakeId, matchId, orderId, currency: progress.placed?.currency ?? '', asked: askedOf(one) },
              creditNoteIds: amounts.map(([creditNoteId]) => creditNoteId),
              credited: amounts.reduce((sum, [, amount]) => sum + amount, 0),
              cancelled: plan?.cancelled && !plan.cancelled.refused ? askedOf({ ...plan.cancelled, amounts: [] }) : 0,
            },
            momentOf(progress, one),
          ),
        ],
        note: (after) => ({
          ...after,
          takeBacks: after.takeBacks.flatMap((of) => (of.id === matchId ? kept(of) : [of])),
        }),
      };
    });
