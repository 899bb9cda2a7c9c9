import { type CommandMessage, send } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import { billing, payments, sales, shipping } from '../neighbours.ts';
import { hasTaken, type Progress, type Step } from './progress.ts';

interface Rule {
  readonly step: Step;
  /** True once everything is there that the step needs. */
  readonly due: (progress: Progress) => boolean;
  readonly commands: (progress: Progress, orderId: string) => readonly CommandMessage[];
}

const isGoingOn = ({ cancelling, stopped }: Progress): boolean => cancelling === null && !stopped;

const release = ({ placed }: Progress, orderId: string): readonly CommandMessage[] => [
  send(billing.IssueInvoice, { orderId, invoiceId: derivedId('invoice', orderId) }),
  ...(placed?.hasGoods
    ? [
        send(shipping.ClearDelivery, { orderId }),
        // The delivery's readable number is drawn by shipping.
        send(shipping.ScheduleDelivery, { orderId, deliveryId: derivedId('delivery', orderId, 1), lines: null }),
      ]
    : []),
];

/** When what follows. Each step is taken once; a rule looks at facts only, so their order of arrival does not matter. */
const rules: readonly Rule[] = [
  {
    step: 'confirm',
    due: (progress) => progress.placed !== null && isGoingOn(progress),
    commands: (_, orderId) => [send(sales.ConfirmOrder, { orderId })],
  },
  {
    step: 'request',
    due: (progress) => progress.placed !== null && progress.confirmed && isGoingOn(progress),
    commands: ({ placed }, orderId) =>
      placed
        ? [
            send(payments.RequestPayment, {
              orderId,
              orderNumber: placed.number,
              amount: placed.total,
              currency: placed.currency,
            }),
          ]
        : [],
  },
  {
    step: 'release',
    due: (progress) => progress.placed !== null && progress.paid && isGoingOn(progress),
    commands: release,
  },
  {
    step: 'allocate',
    due: ({ invoice, paid }) => invoice !== null && paid,
    commands: ({ invoice }) =>
      invoice
        ? [
            send(billing.AllocatePayment, {
              invoiceId: invoice.invoiceId,
              amount: invoice.total,
              currency: invoice.currency,
            }),
          ]
        : [],
  },
  {
    step: 'complete',
    due: ({ placed, invoicePaid, delivered }) => placed !== null && invoicePaid && (delivered || !placed.hasGoods),
    commands: (_, orderId) => [send(sales.CompleteOrder, { orderId })],
  },
  {
    // Shipping agreed to stop. Money that arrives from now on belongs to no order, and waits for a person.
    step: 'cancel',
    due: ({ cancelling, stopped }) => cancelling !== null && stopped,
    commands: ({ cancelling }, orderId) => [
      send(billing.StopBilling, { orderId, reason: cancelling ?? '' }),
      send(payments.CancelPaymentRequest, { orderId, reason: cancelling ?? '' }),
      send(sales.RecordCancellation, { orderId, cancellationId: null, lines: null }),
    ],
  },
  {
    // A draft is cancelled without asking anybody. Money that came for it, or still comes, waits for a person too.
    step: 'uncollect',
    due: (progress) => progress.cancelled && !hasTaken(progress, 'cancel'),
    commands: (_, orderId) => [send(payments.CancelPaymentRequest, { orderId, reason: 'The draft was cancelled' })],
  },
];

/** Takes every step that has become due. */
export const takeSteps = (progress: Progress, orderId: string) => {
  const due = rules.filter((rule) => !hasTaken(progress, rule.step) && rule.due(progress));
  return {
    state: { ...progress, taken: [...progress.taken, ...due.map(({ step }) => step)] },
    commands: due.flatMap((rule) => rule.commands(progress, orderId)),
  };
};
