import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { completed, confirmed, draft, orderId, placed } from '../testing/order-fixtures.ts';
import { Order } from './aggregate.ts';
import { orderCommands as commands } from './commands.ts';

const order = specOf(Order, expect);
const note = { orderId, customerId: 'c2', noteId: 'n1', text: 'Ring twice' };
const added = { type: 'OrderNoteAdded', data: { customerId: 'c1', noteId: 'n1', text: 'Ring twice' } } as const;

describe('A note', () => {
  it("may be added whatever became of the order, under the key of the order's customer", () => {
    for (const history of [draft, placed, [...placed, confirmed, completed]])
      order
        .given(...history)
        .when(commands.AddOrderNote, note)
        .then(added);
  });
  it('is one, however often it is sent', () =>
    order
      .given(...placed, added)
      .when(commands.AddOrderNote, note)
      .thenNothing());
  it('says something, about an order that is there', () => {
    for (const text of ['', '  ', null])
      order
        .given(...placed)
        .when(commands.AddOrderNote, { ...note, text })
        .thenRefused('NoteEmpty', {});
    order.given().when(commands.AddOrderNote, note).thenRefused('OrderUnknown', { orderId });
  });
});
