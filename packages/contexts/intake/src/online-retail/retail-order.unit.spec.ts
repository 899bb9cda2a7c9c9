import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';
import { retailOrder } from './retail-order.ts';
import type { Row } from './row.ts';

const row = (over: Partial<Row> = {}): Row => ({
  line: 2,
  document: '536365',
  code: '85123A',
  description: 'WHITE HANGING HEART',
  quantity: 6,
  unitPrice: '2.55',
  localTime: '2010-12-01 08:26:00',
  customer: '17850',
  country: 'United Kingdom',
  ...over,
});
const orderFrom = (...rows: Row[]) => retailOrder(documentOf('536365', rows));

describe('an order from a document', () => {
  it('keeps rows that repeat each other as lines of their own', () => {
    const { lines, total } = orderFrom(row(), row());
    expect([new Set(lines.map(({ lineId }) => lineId)).size, total]).toEqual([2, 3060]);
  });

  it('has the same ids however often it is read', () => {
    expect(orderFrom(row(), row())).toEqual(orderFrom(row(), row()));
  });

  it('invoices postage, carriage, manual entries and fees as charges, and ships everything else', () => {
    const kinds = (...codes: string[]) =>
      orderFrom(...codes.map((code) => row({ code }))).lines.map(({ kind }) => kind);
    expect(new Set(kinds('POST', 'DOT', 'C2', 'M', 'S', 'AMAZONFEE', 'BANK CHARGES'))).toEqual(new Set(['CHARGE']));
    expect(new Set(kinds('85123A', 'GIFT_0001_20', 'DCGSSGIRL', 'PADS', 'DCGS0003'))).toEqual(new Set(['GOODS']));
  });

  it('rounds each line half-up to the penny; free lines stay at 0', () => {
    const prices = ['0.001', '0.005', '0.00', '1.115'];
    const { lines, total } = orderFrom(...prices.map((unitPrice) => row({ unitPrice, quantity: 1 })));
    expect([lines.map(({ amount }) => amount), total]).toEqual([[0, 1, 0, 112], 113]);
  });

  it('belongs to the numbered customer', () => {
    expect(orderFrom(row()).customer).toMatchObject({
      number: '17850',
      kind: 'BUSINESS',
      name: 'Customer 17850',
      country: 'United Kingdom',
    });
  });

  it('belongs to the counter sale of its country where it names nobody', () => {
    const sale = (country: string) => orderFrom(row({ customer: null, country })).customer;
    expect(sale('Hong Kong')).toMatchObject({
      number: 'COUNTER-HONG-KONG',
      kind: 'COUNTER_SALE',
      name: 'Counter sale',
    });
    expect(sale('EIRE').customerId).not.toBe(sale('Hong Kong').customerId);
  });

  it('names a line by its code where the file has no text', () => {
    expect(orderFrom(row({ description: '' }), row({ code: 'POST', description: '' })).lines).toMatchObject([
      { description: '85123A' },
      { description: 'Postage' },
    ]);
  });
});
