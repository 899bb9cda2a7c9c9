import type { CommandData } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import type { orderCommands } from './commands.ts';
import type { OrderEvent } from './events.ts';
import type { Order } from './order.ts';
import { NoteEmpty, OrderUnknown } from './refusals.ts';

/** A note may be added whatever became of the order. It is kept under the key of the order's customer. */
export const addOrderNote = (
  { orderId, noteId, text }: CommandData<typeof orderCommands.AddOrderNote>,
  order: Order,
): Decision<OrderEvent> => {
  if (!order) return refuse(OrderUnknown({ orderId }));
  if (order.noteIds.includes(noteId)) return nothing;
  if (!text?.trim()) return refuse(NoteEmpty({}));
  return accept<OrderEvent>({ type: 'OrderNoteAdded', data: { customerId: order.customerId, noteId, text } });
};
