import { commandMutation, commandPayload } from '@waybill/graphql';
import { ReservationUnknown, StockBelowZero, StockCountNotAllowed, StockPromised, StockUnknown } from '../refusals.ts';
import { stockItemCommands } from '../stock-item/commands.ts';

const { ReceiveStock, AdjustStock, ReturnStock, ReleaseReservation, FirmReservation } = stockItemCommands;
const payload = commandPayload('StockItem');
const WAREHOUSE = 'MAIN, if left out.';

commandMutation({
  command: ReceiveStock,
  description: 'Goods came in. Those who wait for them are served first, the oldest first.',
  input: (t) => ({
    sku: t.string({ required: true }),
    warehouse: t.string({ description: WAREHOUSE }),
    quantity: t.int({ required: true, description: 'Pieces.' }),
    receiptId: t.id({ description: 'Your number of the receipt: the same one again changes nothing.' }),
    note: t.string(),
  }),
  payload,
  errors: [StockCountNotAllowed, StockUnknown],
});
commandMutation({
  command: AdjustStock,
  description: 'The shelf was counted. What is promised to orders cannot be counted away.',
  input: (t) => ({
    sku: t.string({ required: true }),
    warehouse: t.string({ description: WAREHOUSE }),
    by: t.int({ required: true, description: 'Pieces, signed: −2 where two are gone.' }),
    reason: t.string({ required: true }),
    adjustmentId: t.id({ description: 'Your number of the count: the same one again changes nothing.' }),
  }),
  payload,
  errors: [StockCountNotAllowed, StockBelowZero, StockPromised, StockUnknown],
});
commandMutation({
  command: ReturnStock,
  description: 'Goods of an order line came back: on the shelf again, or to scrap.',
  input: (t) => ({
    sku: t.string({ required: true }),
    warehouse: t.string({ description: WAREHOUSE }),
    orderId: t.id({ required: true }),
    lineId: t.id({ required: true }),
    quantity: t.int({ required: true, description: 'Pieces.' }),
    disposition: t.string({ required: true, description: 'RESTOCK or SCRAP.' }),
    returnId: t.id({ description: 'Your number of the return: the same one again changes nothing.' }),
  }),
  payload,
  errors: [StockCountNotAllowed, StockUnknown],
});
commandMutation({
  command: ReleaseReservation,
  description: 'Promises nothing more to an order line, or less. Whoever waits gets what becomes free.',
  input: (t) => ({
    stockId: t.id({ required: true }),
    reservationId: t.id({ required: true }),
    quantity: t.int({ description: 'Pieces; all that is left, if left out.' }),
    reason: t.string({ required: true }),
  }),
  toCommand: (input) => ({ quantity: null, ...input }),
  payload,
  errors: [StockCountNotAllowed, StockUnknown],
});
commandMutation({
  command: FirmReservation,
  description: 'The reservation does not lapse any more.',
  input: (t) => ({ stockId: t.id({ required: true }), reservationId: t.id({ required: true }) }),
  payload,
  errors: [ReservationUnknown, StockUnknown],
});
