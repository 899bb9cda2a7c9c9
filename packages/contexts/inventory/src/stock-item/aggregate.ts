import { defineAggregate } from '@waybill/engine';
import { stockItemCommands } from './commands.ts';
import { stockItemEvents } from './events.ts';
import { evolve } from './evolve.ts';
import { adjustStock, receiveStock, returnStock } from './receive-stock.ts';
import { expireReservation, releaseReservation } from './release-reservation.ts';
import { firmReservation, reserveStock } from './reserve-stock.ts';
import { shipReserved } from './ship-reserved.ts';
import { nothingKnown } from './stock-item.ts';

/** Streams `stockItem-<sku>@<warehouse>`: what is there, what is promised, and who waits. */
export const StockItem = defineAggregate({
  category: 'stockItem',
  events: stockItemEvents,
  commands: stockItemCommands,
  initial: nothingKnown,
  evolve,
  decide: {
    ReceiveStock: receiveStock,
    AdjustStock: adjustStock,
    ReserveStock: reserveStock,
    ReleaseReservation: releaseReservation,
    FirmReservation: firmReservation,
    ExpireReservation: expireReservation,
    ShipReserved: shipReserved,
    ReturnStock: returnStock,
  },
  // Three events per order line: what sells well has thousands. The state is some hundred kilobytes then.
  snapshot: { schema: 1, every: 200, keep: 2 },
});
