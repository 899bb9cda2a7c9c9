import { derivedId } from '@waybill/kernel';

/** Where goods are, while a house has one warehouse. */
export const MAIN_WAREHOUSE = 'MAIN';

/** The id of a stock item: '85123A@MAIN'. SKUs are upper-cased: one spelling, one item. */
export const stockIdOf = (sku: string, warehouse: string = MAIN_WAREHOUSE): string =>
  `${sku.trim().toUpperCase()}@${warehouse.trim().toUpperCase()}`;

/** The id of the reservation of one order line. */
export const reservationIdOf = (orderId: string, lineId: string): string => derivedId('reservation', orderId, lineId);

export interface StockPlace {
  readonly sku: string;
  readonly warehouse: string;
}

/** '85123A@MAIN' → its SKU and warehouse; null for what is no id of a stock item. A SKU may hold an @, a warehouse none. */
export const placeOf = (stockId: string): StockPlace | null => {
  const at = stockId.lastIndexOf('@');
  const place = { sku: stockId.slice(0, at), warehouse: stockId.slice(at + 1) };
  return at > 0 && place.warehouse !== '' && stockIdOf(place.sku, place.warehouse) === stockId ? place : null;
};
