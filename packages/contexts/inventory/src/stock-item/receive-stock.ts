import type { CommandData } from '@waybill/engine';
import { nothing, refuse } from '@waybill/kernel';
import { StockBelowZero, StockPromised } from '../refusals.ts';
import type { stockItemCommands } from './commands.ts';
import { recall } from './memory.ts';
import { onItem } from './on-item.ts';
import { isCount, MAX_PIECES, refuseCount } from './pieces.ts';
import { acceptAndServe } from './serve-queue.ts';
import { adjustmentKey, receiptKey, returnKey } from './stock-item.ts';

/** Goods came in: those who wait for them are served first, the oldest first. */
export const receiveStock = onItem<CommandData<typeof stockItemCommands.ReceiveStock>>(
  ({ receiptId, quantity, note }, state, place) => {
    if (recall(state.recorded, receiptKey(receiptId))) return nothing;
    const onHand = state.onHand + quantity;
    if (!isCount(quantity) || onHand > MAX_PIECES) return refuseCount(quantity);
    return acceptAndServe(state, place, {
      type: 'StockReceived',
      data: { receiptId, ...place, quantity, note, onHand },
    });
  },
);

/** The shelf was counted. What is promised to orders cannot be counted away. */
export const adjustStock = onItem<CommandData<typeof stockItemCommands.AdjustStock>>(
  ({ adjustmentId, by, reason }, state, place) => {
    const { onHand: before, reserved, counted } = state;
    if (recall(state.recorded, adjustmentKey(adjustmentId)) || (by === 0 && counted)) return nothing;
    const onHand = before + by;
    if (!Number.isSafeInteger(by) || onHand > MAX_PIECES) return refuseCount(by);
    if (onHand < 0) return refuse(StockBelowZero({ onHand: before, by }));
    if (onHand < reserved) return refuse(StockPromised({ onHand: before, reserved, by }));
    return acceptAndServe(state, place, {
      type: 'StockAdjusted',
      data: { adjustmentId, ...place, by, reason, onHand },
    });
  },
);

/** Goods came back: on the shelf again, or thrown away. Nothing is known of the shelf of an item that was never counted. */
export const returnStock = onItem<CommandData<typeof stockItemCommands.ReturnStock>>(
  ({ returnId, orderId, lineId, quantity, disposition }, state, place) => {
    if (recall(state.recorded, returnKey(returnId, lineId))) return nothing;
    if (!isCount(quantity)) return refuseCount(quantity);
    const restocked = disposition === 'RESTOCK' && state.counted ? quantity : 0;
    const onHand = state.onHand + restocked;
    const data = { returnId, orderId, lineId, ...place, quantity, disposition, restocked, onHand };
    return acceptAndServe(state, place, { type: 'StockReturned', data });
  },
);
