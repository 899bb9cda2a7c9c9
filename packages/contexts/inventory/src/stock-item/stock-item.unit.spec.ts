import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import {
  adjusted,
  expired,
  firmed,
  line,
  place,
  received,
  rejected,
  released,
  reserved,
  shipped,
  stockId,
} from '../testing/stock-fixtures.ts';
import { StockItem } from './aggregate.ts';
import { stockItemCommands as commands } from './commands.ts';

const item = specOf(StockItem, expect);

const receive = (quantity: number, receiptId = 'rec-9') => ({ stockId, ...place, receiptId, quantity, note: '' });
const adjust = (by: number, adjustmentId = 'adj-9') => ({ stockId, adjustmentId, by, reason: 'count' });
const reserve = (id: string, quantity: number, backorder = false) => ({
  stockId,
  ...line(id),
  quantity,
  backorder,
  firm: false,
});
const release = (reservationId: string, quantity: number | null = null) => ({
  stockId,
  reservationId,
  quantity,
  reason: 'cancelled',
});
const ship = (reservationId: string, quantity: number, deliveryId = 'd-1') => ({
  stockId,
  reservationId,
  deliveryId,
  quantity,
});
const bringBack = (quantity: number, disposition: 'RESTOCK' | 'SCRAP', lineId = 'L1') => ({
  stockId,
  returnId: 'ret-1',
  orderId: 'o-1',
  lineId,
  quantity,
  disposition,
});

describe('receiving stock', () => {
  it('adds to what is on hand, each receipt once', () => {
    item
      .given(received(5))
      .when(commands.ReceiveStock, receive(3))
      .then(received(3, 8, 'rec-9'));
    item.given(received(5)).when(commands.ReceiveStock, receive(5, 'rec-1')).thenNothing();
  });

  it('serves those who wait, the oldest first, and nobody before them', () => {
    const waiting = [
      received(1),
      rejected('r-1', 4, 1, true),
      rejected('r-2', 1, 0, true),
      rejected('r-3', 9, 0, true),
    ];
    item
      .given(...waiting)
      .when(commands.ReceiveStock, receive(6))
      .then(received(6, 7, 'rec-9'), reserved('r-1', 4, 0, { waited: true }), reserved('r-2', 1, 0, { waited: true }));
    item
      .given(...waiting)
      .when(commands.ReceiveStock, receive(2))
      .then(received(2, 3, 'rec-9'));
  });

  it('tells what is left once nobody waits any more', () => {
    item
      .given(received(1), rejected('r-1', 4, 1, true))
      .when(commands.ReceiveStock, receive(6))
      .then(received(6, 7, 'rec-9'), reserved('r-1', 4, 3, { waited: true }));
  });

  it.each([0, -1, 1.5, 1_000_000_001, Number.NaN])('%d pieces are no receipt', (quantity) => {
    item.given().when(commands.ReceiveStock, receive(quantity)).thenRefused('StockCountNotAllowed');
  });

  it('is refused where the id means another item, or none', () => {
    item
      .given()
      .when(commands.ReceiveStock, { ...receive(1), sku: 'CUP' })
      .thenRefused('StockUnknown', { stockId });
    item
      .given()
      .when(commands.AdjustStock, { ...adjust(1), stockId: 'MUG' })
      .thenRefused('StockUnknown', { stockId: 'MUG' });
  });
});

describe('adjusting stock', () => {
  it('follows the count, each adjustment once', () => {
    item
      .given(received(5))
      .when(commands.AdjustStock, adjust(-2))
      .then(adjusted(-2, 3, 'adj-9'));
    item.given(received(5), adjusted(-2, 3)).when(commands.AdjustStock, adjust(-2, 'adj-1')).thenNothing();
    item.given(received(5)).when(commands.AdjustStock, adjust(0)).thenNothing();
  });

  it('says of what was never counted that there is none', () => {
    item
      .given()
      .when(commands.AdjustStock, adjust(0))
      .then(adjusted(0, 0, 'adj-9'));
  });

  it('never goes below zero, nor below what is promised to orders', () => {
    item.given(received(5)).when(commands.AdjustStock, adjust(-6)).thenRefused('StockBelowZero', { onHand: 5, by: -6 });
    item
      .given(received(5), reserved('r-1', 4, 1))
      .when(commands.AdjustStock, adjust(-2))
      .thenRefused('StockPromised', { onHand: 5, reserved: 4, by: -2 });
  });

  it('serves those who wait by what was found', () => {
    item
      .given(received(1), rejected('r-1', 2, 1, true))
      .when(commands.AdjustStock, adjust(1))
      .then(adjusted(1, 2, 'adj-9'), reserved('r-1', 2, 0, { waited: true }));
  });
});

describe('reserving stock', () => {
  it('promises what is there, each reservation once', () => {
    item
      .given(received(5))
      .when(commands.ReserveStock, reserve('r-1', 2))
      .then(reserved('r-1', 2, 3));
    item
      .given(received(5), reserved('r-1', 2, 3))
      .when(commands.ReserveStock, reserve('r-1', 2))
      .thenNothing();
  });

  it('is rejected with what is left where there is too little', () => {
    item
      .given(received(5), reserved('r-1', 2, 3))
      .when(commands.ReserveStock, reserve('r-2', 4))
      .then(rejected('r-2', 4, 3, false));
    item
      .given(received(5), rejected('r-2', 6, 5, false))
      .when(commands.ReserveStock, reserve('r-2', 6))
      .thenNothing();
  });

  it('waits where it may, and is not overtaken by whoever comes later', () => {
    const given = item.given(received(5), rejected('r-1', 6, 5, true));
    given.when(commands.ReserveStock, reserve('r-2', 1)).then(rejected('r-2', 1, 0, false));
    given.when(commands.ReserveStock, reserve('r-2', 1, true)).then(rejected('r-2', 1, 0, true));
  });

  it('is granted on an item that was never counted, and lowers nothing', () => {
    item
      .given()
      .when(commands.ReserveStock, reserve('r-1', 3))
      .then(reserved('r-1', 3, 0, { counted: false }));
    const { state } = item.given(reserved('r-1', 3, 0, { counted: false }), received(2));
    expect(state).toMatchObject({ counted: true, onHand: 2, reserved: 0 });
  });

  it('is rejected where its release came first', () => {
    const forestalled = (quantity: number | null) =>
      ({
        type: 'ReservationForestalled',
        data: { reservationId: 'r-1', ...place, quantity, reason: 'cancelled' },
      }) as const;
    const ahead = item.given(received(5));
    ahead.when(commands.ReleaseReservation, release('r-1')).then(forestalled(null));
    item
      .given(received(5), forestalled(null))
      .when(commands.ReserveStock, reserve('r-1', 2, true))
      .then(rejected('r-1', 2, 5, false));
    item.given(forestalled(null)).when(commands.ReleaseReservation, release('r-1')).thenNothing();
    item
      .given(received(5), forestalled(1))
      .when(commands.ReserveStock, reserve('r-1', 3))
      .then(reserved('r-1', 2, 3));
  });

  it('wants a count of pieces', () => {
    item.given(received(5)).when(commands.ReserveStock, reserve('r-1', 0)).thenRefused('StockCountNotAllowed');
  });
});

describe('releasing a reservation', () => {
  const given = [received(5), reserved('r-1', 4, 1)] as const;

  it('frees it, or a part of it, and never more than it has', () => {
    item
      .given(...given)
      .when(commands.ReleaseReservation, release('r-1'))
      .then(released('r-1', 4));
    item
      .given(...given)
      .when(commands.ReleaseReservation, release('r-1', 1))
      .then(released('r-1', 1, 3));
    item
      .given(...given)
      .when(commands.ReleaseReservation, release('r-1', 9))
      .then(released('r-1', 4));
    item
      .given(...given, released('r-1', 4))
      .when(commands.ReleaseReservation, release('r-1'))
      .thenNothing();
    expect(item.given(...given, released('r-1', 1, 3)).state).toMatchObject({ onHand: 5, reserved: 3 });
  });

  it('gives what becomes free to those who wait', () => {
    item
      .given(...given, rejected('r-2', 3, 1, true))
      .when(commands.ReleaseReservation, release('r-1'))
      .then(released('r-1', 4), reserved('r-2', 3, 2, { waited: true }));
  });

  it('takes who waits out of the queue, and lets the next one pass', () => {
    item
      .given(...given, rejected('r-2', 3, 1, true), rejected('r-3', 1, 0, true))
      .when(commands.ReleaseReservation, release('r-2'))
      .then(released('r-2', 3, 0, 'WAITING'), reserved('r-3', 1, 0, { waited: true }));
  });
});

describe('a reservation lapses', () => {
  const given = [received(5), reserved('r-1', 4, 1)] as const;
  const expire = { stockId, reservationId: 'r-1' };

  it('unless it is firm', () => {
    item
      .given(...given)
      .when(commands.ExpireReservation, expire)
      .then(expired('r-1', 4));
    item
      .given(...given, firmed('r-1'))
      .when(commands.ExpireReservation, expire)
      .thenNothing();
    item
      .given(received(5), reserved('r-1', 4, 1, { firm: true }))
      .when(commands.ExpireReservation, expire)
      .thenNothing();
  });

  it('not while it waits, once it is over, or where it never was', () => {
    item
      .given(received(1), rejected('r-1', 4, 1, true))
      .when(commands.ExpireReservation, expire)
      .thenNothing();
    item
      .given(...given, released('r-1', 4))
      .when(commands.ExpireReservation, expire)
      .thenNothing();
    item.given().when(commands.ExpireReservation, expire).thenNothing();
  });

  it('and what it held goes to those who wait', () => {
    item
      .given(...given, rejected('r-2', 5, 1, true))
      .when(commands.ExpireReservation, expire)
      .then(expired('r-1', 4), reserved('r-2', 5, 0, { waited: true }));
  });
});

describe('making a reservation firm', () => {
  const firm = { stockId, reservationId: 'r-1' };

  it('happens once, while it is reserved or waits', () => {
    item
      .given(received(5), reserved('r-1', 4, 1))
      .when(commands.FirmReservation, firm)
      .then(firmed('r-1'));
    item
      .given(received(5), reserved('r-1', 4, 1), firmed('r-1'))
      .when(commands.FirmReservation, firm)
      .thenNothing();
    item
      .given(received(1), rejected('r-1', 4, 1, true))
      .when(commands.FirmReservation, firm)
      .then(firmed('r-1', 'WAITING'));
    item
      .given(received(5), reserved('r-1', 4, 1), released('r-1', 4))
      .when(commands.FirmReservation, firm)
      .thenNothing();
  });

  it('goes on once what waited is served', () => {
    item
      .given(received(1), rejected('r-1', 4, 1, true), firmed('r-1', 'WAITING'))
      .when(commands.ReceiveStock, receive(3))
      .then(received(3, 4, 'rec-9'), reserved('r-1', 4, 0, { waited: true, firm: true }));
  });

  it('makes what has lapsed again, or lets it wait', () => {
    const lapsed = [received(5), reserved('r-1', 4, 1), expired('r-1', 4)] as const;
    item
      .given(...lapsed)
      .when(commands.FirmReservation, firm)
      .then(reserved('r-1', 4, 1, { firm: true }));
    item
      .given(...lapsed, reserved('r-2', 3, 2))
      .when(commands.FirmReservation, firm)
      .then(rejected('r-1', 4, 2, true, { firm: true }));
    item
      .given(...lapsed, released('r-1', 4, 0, 'OVER'))
      .when(commands.FirmReservation, firm)
      .thenNothing();
  });

  it('is refused where there is no such reservation', () => {
    item.given().when(commands.FirmReservation, firm).thenRefused('ReservationUnknown', { reservationId: 'r-1' });
  });
});

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
