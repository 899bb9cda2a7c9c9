import { specOf } from '@waybill/engine/testing';
import { describe, expect, it } from 'vitest';
import { adjusted, received, rejected, reserved, stockId } from '../testing/stock-fixtures.ts';
import { adjust, receive } from '../testing/stock-wishes.ts';
import { StockItem } from './aggregate.ts';
import { stockItemCommands as commands } from './commands.ts';

const item = specOf(StockItem, expect);

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
