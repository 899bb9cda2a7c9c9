import { builder, ChangeResult, changesOf } from '@waybill/graphql';
import { ORDER_BOARD } from './order.ts';

builder.subscriptionField('orderChanged', (t) =>
  t.field({
    type: ChangeResult,
    description: 'Everything that happens around one order: its payment, invoice and deliveries too.',
    args: { id: t.arg.id({ required: true }), after: t.arg({ type: 'Cursor' }) },
    // Every event that touches the order's row carries its id as a key.
    subscribe: (_root, { id, after }, context) =>
      changesOf(context, { after, topics: [ORDER_BOARD], ids: [String(id)] }),
    resolve: (change) => change,
  }),
);
