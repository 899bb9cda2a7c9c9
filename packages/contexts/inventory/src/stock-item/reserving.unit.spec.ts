import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { expired, firmed, place, received, rejected, released, reserved, stockId } from '../testing/stock-fixtures.ts';
import { receive, release, reserve } from '../testing/stock-wishes.ts';
import { StockItem } from './aggregate.ts';
import { stockItemCommands as commands } from './commands.ts';

const item = specOf(StockItem, expect);

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
