import { refusal } from '@waybill/kernel';

/** Every "no" of this context. Too little stock is no refusal: it is an event, `StockReservationRejected`. */
export const StockCountNotAllowed = refusal(
  'StockCountNotAllowed',
  { quantity: 'BigInt' },
  ({ quantity }) => `${quantity} pieces cannot be: give a whole number from 1 on; an item holds 1,000,000,000 at most.`,
);
export const StockBelowZero = refusal(
  'StockBelowZero',
  { onHand: 'Int', by: 'Int' },
  ({ onHand, by }) =>
    `There are ${onHand} pieces: ${-by} cannot be taken off. Count again, and take off ${onHand} at most.`,
);
export const StockPromised = refusal(
  'StockPromised',
  { onHand: 'Int', reserved: 'Int', by: 'Int' },
  ({ onHand, reserved, by }) =>
    `${reserved} of ${onHand} pieces are promised to orders: ${-by} cannot be taken off. ` +
    `Release reservations first, or take off ${onHand - reserved} at most.`,
);
export const ReservationUnknown = refusal(
  'ReservationUnknown',
  { reservationId: 'String' },
  ({ reservationId }) => `There is no reservation ${reservationId} here: check its id, its SKU and its warehouse.`,
);
export const StockUnknown = refusal(
  'StockUnknown',
  { stockId: 'String' },
  ({ stockId }) => `${stockId} is no stock item: name one as SKU@WAREHOUSE, such as 85123A@MAIN.`,
);
export const inventoryRefusals = [
  StockCountNotAllowed,
  StockBelowZero,
  StockPromised,
  ReservationUnknown,
  StockUnknown,
] as const;
