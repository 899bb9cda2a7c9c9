import { send } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import { billing, payments } from '../../neighbours.ts';
import { hasTaken, type Progress } from '../facts/progress.ts';
import { isOnCredit, isOver, owed, usedBy } from '../facts/read.ts';
import { creditNoteOf } from '../take-back/credit-notes.ts';
import { creditFor } from '../take-back/prices.ts';
import type { Rule, Step } from './rule.ts';

/** On credit, every delivery that left the house has its invoice. */
export const invoiceDelivery: Rule = (progress, orderId) =>
  isOnCredit(progress)
    ? Object.entries(progress.deliveries).flatMap(([deliveryId, { lines }]) =>
        lines
          ? {
              key: `invoice ${deliveryId}`,
              commands: () => [
                send(billing.IssueInvoice, {
                  ...{ orderId, deliveryId, invoiceId: derivedId('invoice', orderId, deliveryId) },
                  lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
                }),
              ],
            }
          : [],
      )
    : [];

export const sendInvoice: Rule = ({ placed, invoices }) =>
  placed?.historic
    ? []
    : Object.keys(invoices).map((invoiceId) => ({
        key: `send ${invoiceId}`,
        commands: () => [send(billing.SendInvoice, { invoiceId })],
      }));

/** Puts what came to what is open, the oldest invoice first. An invoice of nothing is paid by nothing. */
export const allocate: Rule = ({ placed, invoices, money }) => {
  const held = money.held[placed?.currency ?? ''] ?? 0;
  let left = held - Object.values(invoices).reduce((sum, invoice) => sum + usedBy(invoice), 0);
  return Object.entries(invoices).flatMap(([invoiceId, invoice]): readonly Step[] => {
    const { total, credited, currency } = invoice;
    const amount = Math.max(0, Math.min(left, total - credited - usedBy(invoice)));
    if (amount === 0 && (total > 0 || invoice.allocated !== null)) return [];
    left -= amount;
    const allocated = usedBy(invoice) + amount;
    const nth = [invoice.allocated ?? 0, credited, ...(invoice.reversals ? [`after ${invoice.reversals}`] : [])].join(
      ' ',
    );
    const note = (after: Progress): Progress => ({
      ...after,
      invoices: { ...after.invoices, [invoiceId]: { ...invoice, allocated } },
    });
    const allocationId = derivedId('allocation', invoiceId, nth);
    return [
      {
        key: `allocate ${invoiceId} ${nth}`,
        commands: () => [send(billing.AllocatePayment, { invoiceId, allocationId, amount, currency })],
        note,
      },
    ];
  });
};

/** What bounced, or a person sent back, was put to invoices: it is open again there, on the newest first. */
export const takeBackAllocations: Rule = ({ placed, invoices, money }) => {
  const held = money.held[placed?.currency ?? ''] ?? 0;
  let missing = Object.values(invoices).reduce((sum, invoice) => sum + usedBy(invoice), 0) - held;
  if (!money.lacks || missing <= 0) return [];
  return Object.entries(invoices)
    .reverse()
    .flatMap(([invoiceId, invoice]): readonly Step[] => {
      const amount = Math.min(missing, usedBy(invoice));
      if (amount <= 0) return [];
      missing -= amount;
      const { currency, credited, reversals = 0 } = invoice;
      const less = { ...invoice, allocated: usedBy(invoice) - amount, reversals: reversals + 1 };
      const reversalId = derivedId('reversal', invoiceId, reversals);
      return [
        {
          key: `reverse ${invoiceId} ${reversals}`,
          commands: () => [
            send(billing.ReverseAllocation, {
              ...{ invoiceId, reversalId, amount, credited, currency },
              reason: 'Its payment bounced, or was sent back',
            }),
          ],
          note: (after) => ({ ...after, invoices: { ...after.invoices, [invoiceId]: less } }),
        },
      ];
    });
};

/** Asks for what is owed now, where that is less than was asked for. */
export const amend: Rule = (progress, orderId) => {
  const { asked } = progress.money;
  const amount = owed(progress);
  if (asked === null || amount >= asked || isOver(progress)) return [];
  return [
    {
      key: `amend ${amount}`,
      commands: () => [
        send(payments.AmendPaymentRequest, {
          ...{ orderId, amendmentId: derivedId('amendment', orderId, amount), amount },
          reason: 'Some of it was cancelled or credited',
        }),
      ],
      note: (after) => ({ ...after, money: { ...after.money, asked: amount } }),
    },
  ];
};

/** What is not asked for any more goes back. What an expired order or a draft had waits for a person. */
export const refund: Rule = (progress, orderId) => {
  const { placed, money } = progress;
  if (!placed || hasTaken(progress, 'expire')) return [];
  return money.freed.map(({ id, amount, currency }) => {
    const refundId = derivedId('refund', id);
    return {
      key: `refund ${id}`,
      commands: () => [
        send(payments.RefundPayment, {
          ...{ orderId, refundId, amount, currency },
          reason: 'It was cancelled or credited',
        }),
      ],
      note: (after) => ({ ...after, money: { ...after.money, refunds: [...after.money.refunds, refundId] } }),
    };
  });
};

/** What came back is credited on the invoice that it was on. */
export const creditReturn: Rule = (progress, orderId) =>
  progress.returns.flatMap((back) => {
    const { returnId, deliveryId } = back;
    const of = isOnCredit(progress) ? deliveryId : null;
    const [invoiceId] = Object.entries(progress.invoices).find(([, invoice]) => invoice.deliveryId === of) ?? [];
    if (invoiceId === undefined) return [];
    const { occurredAt, ...what } = creditFor(progress, back);
    const note = { invoiceId, creditNoteId: creditNoteOf(returnId), orderId, returnId, reason: 'Goods came back' };
    return {
      key: `credit ${returnId}`,
      commands: () => [send(billing.IssueCreditNote, { ...note, ...what }, occurredAt)],
    };
  });
