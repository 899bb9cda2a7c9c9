import { builder } from '@waybill/graphql';
import { Disposition } from './delivery-parts.ts';

export const PiecesInput = builder.inputType('PiecesInput', {
  description: 'So many pieces of a line.',
  fields: (t) => ({ lineId: t.id({ required: true }), quantity: t.int({ required: true }) }),
});

export const ReceivedPiecesInput = builder.inputType('ReceivedPiecesInput', {
  description: 'So many pieces of a line, and what becomes of them. A line may come twice, with either.',
  fields: (t) => ({
    lineId: t.id({ required: true }),
    quantity: t.int({ required: true }),
    disposition: t.field({ type: Disposition, required: true }),
  }),
});
