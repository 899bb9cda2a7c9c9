import { type Decision, refuse } from '@waybill/kernel';
import { StockUnknown } from '../refusals.ts';
import type { StockItemEvent } from './events.ts';
import { placeOf, type StockPlace, stockIdOf } from './ids.ts';
import type { StockItemState } from './stock-item.ts';

interface ForItem {
  readonly stockId: string;
  readonly sku?: string;
  readonly warehouse?: string;
}

/** A decision that knows which SKU and warehouse it is about; refused where the id says another one, or none. */
export const onItem =
  <C extends ForItem>(decide: (command: C, state: StockItemState, place: StockPlace) => Decision<StockItemEvent>) =>
  (command: C, state: StockItemState): Decision<StockItemEvent> => {
    const { stockId, sku, warehouse } = command;
    const place = placeOf(stockId);
    const isMeant = sku === undefined || warehouse === undefined || stockIdOf(sku, warehouse) === stockId;
    return place && isMeant ? decide(command, state, place) : refuse(StockUnknown({ stockId }));
  };
