import { type CommandMessage, defineProcess, type EventOf, type Reaction, type Recorded, send } from '@waybill/engine';
import { derivedId } from '@waybill/kernel';
import { orderCommands, orderEvents } from '@waybill/sales/contract';
import { deliveryCommands, shipmentPlanCommands } from '@waybill/shipping/contract';
import { anomalyCommands } from '../anomaly/commands.ts';
import { anomalyEvents } from '../anomaly/events.ts';
import type { AnomalyKind } from '../anomaly/resolutions.ts';
import { externalOrderCommands } from '../external-order/commands.ts';
import { externalOrderEvents } from '../external-order/events.ts';
import { orderOf } from './order-of.ts';
import { recordAnomaly, settleAnomaly } from './record-anomaly.ts';

const events = [
  externalOrderEvents.OrderMessageParked,
  externalOrderEvents.OrderMessageNoted,
  externalOrderEvents.ExternalOrderTaken,
  externalOrderEvents.ExternalOrderTakenAsCancelled,
  externalOrderEvents.ExternalOrderChanged,
  externalOrderEvents.ExternalOrderCancelled,
  externalOrderEvents.SequenceGapTimedOut,
  externalOrderEvents.SequenceGapSkipped,
  orderEvents.CancellationRejected,
  anomalyEvents.AnomalyResolved,
] as const;
type Heard = Recorded<EventOf<typeof events>>;
type Parked = Extract<Heard, { type: 'OrderMessageParked' }>;

/** What waits of an order's messages, and what was said of it. */
interface OrderInTake {
  readonly about: { readonly channel: string; readonly externalOrderId: string } | null;
  /** Messages that another one may set free, with the anomaly that tells of it (null: there is none yet). */
  readonly parked: readonly { readonly intakeId: string; readonly kind: AnomalyKind | null }[];
  /** The numbers of a gap that a person was told of. */
  readonly gap: string | null;
  /** A cancellation of the channel is under way: what cannot be stopped any more is asked back. */
  readonly cancelling: boolean;
}

/** So long a gap may fill itself. */
const PATIENCE = { minutes: 15 };

const kindOf = ({ why, message }: Parked['data']): AnomalyKind | null => {
  switch (why) {
    case 'GAP':
      return null;
    case 'ORDER_MISSING':
      return message.kind === 'CANCELLATION' ? 'CANCELLATION_BEFORE_ORDER' : 'CHANGE_BEFORE_ORDER';
    default:
      return why;
  }
};
const words = { ORDER: 'The order', CHANGE: 'A change', CANCELLATION: 'The cancellation' } as const;

const park = (state: OrderInTake, { id, data }: Parked): Reaction<OrderInTake> => {
  const { message, channel, externalOrderId, detail, why } = data;
  const { intakeId, messageId } = message;
  const kind = kindOf(data);
  const summary = `${words[message.kind]} of ${externalOrderId}: ${detail}`;
  const waits = why === 'GAP' || why === 'ORDER_MISSING';
  const rest = state.parked.filter((known) => known.intakeId !== intakeId);
  return {
    state: { ...state, parked: waits ? [...rest, { intakeId, kind }] : rest },
    commands: kind
      ? [
          recordAnomaly({
            kind,
            about: [intakeId],
            channel,
            externalOrderId,
            orderId: id,
            intakeId,
            messageId,
            summary,
          }),
        ]
      : [],
    timers: why === 'GAP' ? [{ set: 'gap', after: PATIENCE }] : [],
  };
};

/** Messages that waited have had their effect: what was told of them is over. */
const release = (state: OrderInTake, refs: readonly { readonly intakeId: string }[], orderId: string, note: string) => {
  const free = new Set(refs.map(({ intakeId }) => intakeId));
  const parked = state.parked.filter(({ intakeId }) => !free.has(intakeId));
  const over = state.parked.filter(({ intakeId }) => free.has(intakeId));
  const filled = state.gap !== null && parked.length === 0;
  return {
    state: { ...state, parked, gap: filled ? null : state.gap },
    settled: [
      ...over.flatMap(({ intakeId, kind }) => (kind ? [settleAnomaly(kind, [intakeId], 'ORDER_ARRIVED', note)] : [])),
      ...(filled ? [settleAnomaly('SEQUENCE_GAP', [orderId, state.gap ?? ''], 'GAP_FILLED', note)] : []),
    ],
  };
};

/** A person gave up on what is missing: it is not waited for any more. If it comes after all, it has its effect. */
const giveUp = (state: OrderInTake, { data }: Extract<Heard, { type: 'AnomalyResolved' }>): OrderInTake => {
  if (data.resolution !== 'DISMISSED') return state;
  const isMeant = ({ intakeId, kind }: OrderInTake['parked'][number]) =>
    data.kind === 'SEQUENCE_GAP' ? kind === null : intakeId === data.intakeId && kind === data.kind;
  return { ...state, parked: state.parked.filter((parked) => !isMeant(parked)) };
};

const wishes = (event: Heard): readonly CommandMessage[] => {
  const orderId = event.id;
  switch (event.type) {
    case 'ExternalOrderTaken': {
      const { channel } = event.data;
      return [{ type: orderCommands.PlaceOrder.type, data: { orderId, channel, order: orderOf(event.data) } }];
    }
    case 'ExternalOrderTakenAsCancelled': {
      const { channel, reason } = event.data;
      const data = { orderId, channel, reason, order: orderOf(event.data) };
      return [{ type: orderCommands.RecordOrderAsCancelled.type, data }];
    }
    case 'ExternalOrderChanged': {
      const { cancelled, addressChanged, deliveryAddress, customerId } = event.data;
      const cancellationId = derivedId('cancellation', event.eventId);
      const reason = 'Changed by the channel';
      const lines = cancelled.map(({ lineId, quantity }) => ({ lineId, quantity }));
      return [
        ...(lines.length > 0 ? [send(orderCommands.CancelOrderLines, { orderId, reason, lines, cancellationId })] : []),
        ...(addressChanged
          ? [
              {
                type: shipmentPlanCommands.ChangeDeliveryAddress.type,
                data: { orderId, customerId, address: deliveryAddress },
              },
            ]
          : []),
      ];
    }
    case 'ExternalOrderCancelled': {
      const cancellationId = derivedId('cancellation', event.eventId);
      return [send(orderCommands.CancelOrder, { orderId, reason: event.data.reason, cancellationId })];
    }
    default:
      return [];
  }
};

/** What has left the house cannot be stopped: it is asked back, without anybody having to think of it. */
const askBack = (event: Extract<Heard, { type: 'CancellationRejected' }>): readonly CommandMessage[] => {
  const { returnInstead } = event.data;
  if (!Array.isArray(returnInstead)) return [];
  return returnInstead.map(({ deliveryId, lines }) =>
    send(deliveryCommands.RequestReturn, {
      deliveryId,
      returnId: derivedId('return', event.eventId, deliveryId),
      lines,
      reason: 'Cancelled by the channel after it had left',
    }),
  );
};

/** From a channel's messages to commands of sales, and to anomalies where they came otherwise than they should. */
export const ordersProcess = defineProcess({
  name: 'intake.order',
  startFrom: 'beginning',
  events,
  instance: (event) => (event.type === 'AnomalyResolved' ? (event.data.orderId ?? event.id) : event.id),
  initial: { about: null, parked: [], gap: null, cancelling: false } as OrderInTake,
  waits: {
    messages: { for: 'messages of the channel that are missing', deadline: { days: 7 }, late: 'alarm' },
  },
  waiting: ({ parked }) => (parked.length > 0 ? ['messages'] : []),
  react: (before, event): Reaction<OrderInTake> => {
    if (event.type === 'CancellationRejected')
      return { state: before, commands: before.cancelling ? askBack(event) : [] };
    if (event.type === 'AnomalyResolved') return { state: giveUp(before, event) };
    const { channel, externalOrderId } = event.data;
    const state = { ...before, about: { channel, externalOrderId } };
    switch (event.type) {
      case 'OrderMessageParked':
        return park(state, event);
      case 'OrderMessageNoted': {
        const { state: after, settled } = release(state, [event.data.message], event.id, 'It changes nothing any more');
        return { state: after, commands: settled };
      }
      case 'SequenceGapTimedOut': {
        const numbers = event.data.missing.join(', ');
        const summary = `Number ${numbers} of the messages of ${externalOrderId} has not come within 15 minutes`;
        const about = [event.id, numbers];
        return {
          state: { ...state, gap: numbers },
          commands: [
            recordAnomaly({ kind: 'SEQUENCE_GAP', about, channel, externalOrderId, orderId: event.id, summary }),
          ],
        };
      }
      case 'SequenceGapSkipped':
        return { state: { ...state, gap: null } };
      default: {
        const note =
          event.type === 'ExternalOrderTakenAsCancelled' ? 'The order came, and is recorded as cancelled' : '';
        const { state: after, settled } = release(
          state,
          event.data.messages,
          event.id,
          note || 'What was missing came',
        );
        const cancelling =
          state.cancelling || event.type === 'ExternalOrderCancelled' || event.type === 'ExternalOrderChanged';
        return {
          state: { ...after, cancelling },
          commands: [...wishes(event), ...settled],
          timers: after.parked.length > 0 ? [{ set: 'gap', after: PATIENCE }] : [],
        };
      }
    }
  },
  onTimer: (state, { instance }) => ({
    state,
    commands: state.parked.length > 0 ? [send(externalOrderCommands.TimeOutSequenceGap, { orderId: instance })] : [],
  }),
  /** Another context says no to what a channel wants: a person is told, with the reason. */
  onRefusal: (state, { data, id, commandId }) => {
    if (data.command in anomalyCommands || !state.about) return 'trouble';
    const { channel, externalOrderId } = state.about;
    const orderId = data.instance;
    const summary = `${data.command} for ${externalOrderId} was refused: ${data.reason}`;
    const about = [id, data.command, commandId ?? ''];
    return {
      state,
      commands: [recordAnomaly({ kind: 'REFUSED', about, channel, externalOrderId, orderId, summary })],
    };
  },
});
