import { accept, type Decision, nothing } from '@waybill/kernel';
import type { ExternalOrderEvent } from './events.ts';
import { settle } from './file-message.ts';
import { gapOf } from './next-event.ts';
import { type ExternalOrder, evolve } from './state.ts';

/** The gap that something waits behind. */
const openGap = (order: ExternalOrder): readonly number[] =>
  order.parked.some(({ why }) => why === 'GAP' || why === 'ORDER_MISSING') &&
  order.messages.some(({ kind }) => kind === 'ORDER')
    ? gapOf(order, [])
    : [];

export const timeOutSequenceGap = (_: object, order: ExternalOrder): Decision<ExternalOrderEvent> => {
  const missing = openGap(order);
  if (!order.about || missing.length === 0) return nothing;
  return accept<ExternalOrderEvent>({ type: 'SequenceGapTimedOut', data: { ...order.about, missing: [...missing] } });
};

/** A person decided to go on: what waited behind the gap has its effect now, as far as it can. */
export const skipSequenceGap = (order: ExternalOrder): readonly ExternalOrderEvent[] => {
  const missing = openGap(order);
  if (!order.about || missing.length === 0) return [];
  const skipped: ExternalOrderEvent = {
    type: 'SequenceGapSkipped',
    data: { ...order.about, missing: [...missing] },
  };
  return [skipped, ...settle(evolve(order, skipped), order.about, []).events];
};
