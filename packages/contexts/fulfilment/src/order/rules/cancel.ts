import { send } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import { billing, payments, sales, shipping } from '../../neighbours.ts';
import type { Ask, Progress } from '../facts/progress.ts';
import { goodsOf } from '../facts/read.ts';
import { pricesOf } from '../take-back/prices.ts';
import type { Rule } from './rule.ts';
import { releaseStock } from './stock.ts';

const idOf = ({ cancellationId, id }: Ask): string => cancellationId ?? id;
const isAll = ({ answer }: Ask): boolean => answer?.kind === 'STOPPED' && answer.everything;
/** As sales knows it; null where it was asked before cancellations had ids. */
const named = ({ cancellationId }: Ask) => ({ cancellationId: cancellationId ?? null });

/** Can it still be stopped? That is shipping's to say. */
export const stop: Rule = (progress, orderId) =>
  progress.asks.flatMap((ask) => {
    // It was stopped before anybody asked: shipping has nothing more to say.
    if (ask.answer && progress.stops.some(({ cancellationId }) => cancellationId === ask.cancellationId)) return [];
    const lines = goodsOf(progress, ask);
    return {
      key: `stop ${ask.id}`,
      commands: () => [
        send(shipping.StopShipment, {
          ...{ orderId, cancellationId: idOf(ask), reason: ask.reason },
          lines: lines && [...lines],
        }),
      ],
    };
  });

/** What a person stopped in shipping is cancelled in sales too: nobody waits for it. */
export const cancelStopped: Rule = ({ stops, asks, placed }, orderId) =>
  placed
    ? stops
        .filter(({ cancellationId }) => !asks.some((ask) => ask.cancellationId === cancellationId))
        .map(({ cancellationId, reason, lines, everything }) => ({
          key: `cancel stopped ${cancellationId}`,
          commands: () => [
            everything
              ? send(sales.CancelOrder, { orderId, cancellationId, reason })
              : send(sales.CancelOrderLines, { orderId, cancellationId, reason, lines: [...lines] }),
          ],
        }))
    : [];

/** It cannot: the order goes on, and what can be sent back instead is said. */
export const deny: Rule = ({ asks }, orderId) =>
  asks.flatMap((ask) => {
    if (ask.answer?.kind !== 'DENIED') return [];
    const { code, message, returnInstead } = ask.answer;
    const instead = returnInstead?.map(({ deliveryId, lines }) => ({ deliveryId, lines: [...lines] })) ?? null;
    return {
      key: `deny ${ask.id}`,
      commands: () => [
        send(sales.RejectCancellation, { orderId, ...named(ask), code, message, returnInstead: instead }),
      ],
    };
  });

/** It could: whatever was begun for these pieces is undone. */
export const undo: Rule = (progress, orderId) =>
  progress.asks.flatMap((ask) => {
    if (ask.answer?.kind !== 'STOPPED') return [];
    const { reason, lines } = ask;
    const cancellationId = idOf(ask);
    const everything = isAll(ask);
    return {
      key: `undo ${ask.id}`,
      commands: () => [
        ...releaseStock(progress, orderId, everything ? null : goodsOf(progress, ask), reason),
        ...(everything
          ? [
              send(billing.StopBilling, { orderId, reason }),
              // Money that arrives from now on belongs to no order, and waits for a person.
              send(payments.CancelPaymentRequest, { orderId, reason }),
            ]
          : [send(billing.ReduceBilling, { orderId, cancellationId, lines: lines ? [...lines] : null })]),
        send(sales.RecordCancellation, { orderId, ...named(ask), lines: null }),
      ],
    };
  });

const whole = ({ asks }: Progress): Ask | undefined => asks.find(isAll);

/** An invoice was there before billing could be stopped: all of it is to be credited. */
export const unbill: Rule = (progress, orderId) => {
  const ask = whole(progress);
  if (!progress.billedFirst || !ask) return [];
  return [
    {
      key: 'unbill',
      commands: () => [send(billing.ReduceBilling, { orderId, cancellationId: idOf(ask), lines: null })],
    },
  ];
};

/** Cancelled pieces that are on an invoice are credited. */
export const credit: Rule = (progress, orderId) =>
  progress.reductions.flatMap(({ cancellationId, invoiced }) =>
    invoiced.map(({ invoiceId, lines }) => ({
      key: `credit ${cancellationId} ${invoiceId}`,
      commands: () => [
        send(billing.IssueCreditNote, {
          ...{ invoiceId, creditNoteId: derivedId('credit', cancellationId, invoiceId), orderId, returnId: null },
          reason: 'Cancelled before it left the house',
          lines: pricesOf(progress, cancellationId, lines),
        }),
      ],
    })),
  );

/** A draft is cancelled without asking anybody. Money that came for it, or still comes, waits for a person. */
export const uncollect: Rule = ({ placed, cancelled }, orderId) =>
  cancelled && !placed
    ? [
        {
          key: 'uncollect',
          commands: () => [send(payments.CancelPaymentRequest, { orderId, reason: 'The draft was cancelled' })],
        },
      ]
    : [];
