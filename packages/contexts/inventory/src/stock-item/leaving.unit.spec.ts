import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { place, received, rejected, released, reserved, shipped } from '../testing/stock-fixtures.ts';
import { bringBack, ship } from '../testing/stock-wishes.ts';
import { StockItem } from './aggregate.ts';
import { stockItemCommands as commands } from './commands.ts';

const item = specOf(StockItem, expect);

describe('shipping what was reserved', () => {
  const given = [received(5), reserved('r-1', 4, 1)] as const;

  it('takes it off the shelf, each delivery once', () => {
    item
      .given(...given)
      .when(commands.ShipReserved, ship('r-1', 4))
      .then(shipped('r-1', 4, 1));
    item
      .given(...given, shipped('r-1', 4, 1))
      .when(commands.ShipReserved, ship('r-1', 4))
      .thenNothing();
    expect(item.given(...given, shipped('r-1', 4, 1)).state).toMatchObject({ onHand: 1, reserved: 0 });
  });

  it('takes parts, by several deliveries', () => {
    item
      .given(...given, shipped('r-1', 1, 4))
      .when(commands.ShipReserved, ship('r-1', 3, 'd-2'))
      .then(shipped('r-1', 3, 1, { deliveryId: 'd-2' }));
  });

  it('takes more than was reserved from what nobody was promised, and never goes below that', () => {
    item
      .given(...given)
      .when(commands.ShipReserved, ship('r-1', 9))
      .then(shipped('r-1', 9, 0, { settled: 4, taken: 5 }));
    item
      .given(...given, reserved('r-2', 1, 0))
      .when(commands.ShipReserved, ship('r-1', 9))
      .then(shipped('r-1', 9, 1, { settled: 4, taken: 4 }));
  });

  it('is a fact, though the reservation is over', () => {
    item
      .given(...given, released('r-1', 4), reserved('r-2', 3, 2))
      .when(commands.ShipReserved, ship('r-1', 4))
      .then(shipped('r-1', 4, 3, { settled: 0, taken: 2, was: 'OVER' }));
  });

  it('lowers nothing where the reservation was made before the first count', () => {
    item
      .given(reserved('r-1', 4, 0, { counted: false }), received(5))
      .when(commands.ShipReserved, ship('r-1', 4))
      .then(shipped('r-1', 4, 5, { taken: 0, was: 'UNCOUNTED' }));
  });

  it('ends the wait of what was shipped without a reservation', () => {
    item
      .given(received(1), rejected('r-1', 2, 1, true), rejected('r-2', 1, 0, true))
      .when(commands.ShipReserved, ship('r-1', 2))
      .then(shipped('r-1', 2, 0, { taken: 1, was: 'WAITING' }));
  });

  it('is refused where there is no such reservation', () => {
    item.given().when(commands.ShipReserved, ship('r-1', 1)).thenRefused('ReservationUnknown');
  });
});

describe('a return', () => {
  const back = (
    quantity: number,
    disposition: 'RESTOCK' | 'SCRAP',
    restocked: number,
    onHand: number,
    lineId = 'L1',
  ) => ({
    type: 'StockReturned' as const,
    data: { returnId: 'ret-1', orderId: 'o-1', lineId, ...place, quantity, disposition, restocked, onHand },
  });

  it('goes back on the shelf, or to scrap, once per line', () => {
    item
      .given(received(5))
      .when(commands.ReturnStock, bringBack(2, 'RESTOCK'))
      .then(back(2, 'RESTOCK', 2, 7));
    item
      .given(received(5))
      .when(commands.ReturnStock, bringBack(2, 'SCRAP'))
      .then(back(2, 'SCRAP', 0, 5));
    const given = item.given(received(5), back(2, 'RESTOCK', 2, 7));
    given.when(commands.ReturnStock, bringBack(2, 'RESTOCK')).thenNothing();
    given.when(commands.ReturnStock, bringBack(1, 'RESTOCK', 'L2')).then(back(1, 'RESTOCK', 1, 8, 'L2'));
  });

  it('counts no item that was never counted', () => {
    item
      .given()
      .when(commands.ReturnStock, bringBack(2, 'RESTOCK'))
      .then(back(2, 'RESTOCK', 0, 0));
  });

  it('serves those who wait', () => {
    item
      .given(received(1), rejected('r-1', 2, 1, true))
      .when(commands.ReturnStock, bringBack(1, 'RESTOCK'))
      .then(back(1, 'RESTOCK', 1, 2), reserved('r-1', 2, 0, { waited: true }));
  });
});
