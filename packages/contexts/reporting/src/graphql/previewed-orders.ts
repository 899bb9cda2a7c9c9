import type { Projection } from '@waybill/engine';
import { builder, type Previewed, PreviewRef, rowThen } from '@waybill/graphql';
import { orderBoard } from '../read-models/order-board.ts';
import { Order, orderById } from './order.ts';
import { streamsOfOrder } from './streams-of-order.ts';

const board: Projection = orderBoard;
const followed = new Set(board.events.map(({ type }) => type));

/** The orders that a preview's events are about. */
const touchedBy = ({ preview }: Previewed): readonly string[] => [
  ...new Set(preview.events.filter(({ type }) => followed.has(type)).flatMap((event) => board.keys(event))),
];

builder.objectField(PreviewRef, 'orders', (t) =>
  t.field({
    type: [Order],
    description: 'The orders it is about as they would be, with their payment, invoices and deliveries.',
    resolve: async (previewed, _args, context) => {
      const added = previewed.preview.events.map(({ streamId }) => streamId);
      const orders = touchedBy(previewed).map(async (id) => {
        const now = (await orderById(context, id)) ?? { id, invoiceId: null, deliveryId: null };
        return rowThen(previewed.supposed, 'OrderBoard', orderBoard, id, [...streamsOfOrder(now), ...added]);
      });
      return (await Promise.all(orders)).filter((order) => order !== null);
    },
  }),
);
