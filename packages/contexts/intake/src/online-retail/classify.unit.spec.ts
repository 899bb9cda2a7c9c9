import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import { documentOf, occurredAt } from './document.ts';
import type { MalformedRow, Row } from './row.ts';

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
const counterSale = { customer: null };
const broken: MalformedRow = { line: 3, reason: 'so', document: '1', amount: new Big(0), text: '1,' };
const classOf = (number: string, ...rows: Row[]) => classify(documentOf(number, rows));

describe('the class of a document', () => {
  it('is an order, with or without customer, free lines and charges included', () => {
    expect(classOf('536365', row(), row({ unitPrice: '0.00' }), row({ code: 'POST' }))).toEqual({ class: 'ORDER' });
    expect(classOf('536365', row(counterSale))).toEqual({ class: 'ORDER' });
    expect(classOf('536365', row({ unitPrice: '0.00' }))).toEqual({ class: 'ORDER' });
  });
  it('is a credit where its number says so', () => {
    expect(classOf('C536365', row({ quantity: -1 }))).toEqual({ class: 'CREDIT' });
    expect(classOf('C536365', row({ quantity: -1, code: 'D' }))).toEqual({ class: 'CREDIT' });
  });
  it('is no sale where others charged the shop: no customer and nothing but fees, in either direction', () => {
    expect(classOf('C1', row({ ...counterSale, code: 'AMAZONFEE', quantity: -1 }))).toEqual({ class: 'NOT_A_SALE' });
    expect(classOf('1', row({ ...counterSale, code: 'BANK CHARGES' }))).toEqual({ class: 'NOT_A_SALE' });
    expect(classOf('1', row({ ...counterSale, code: 'BANK CHARGES' }), row(counterSale))).toEqual({ class: 'ORDER' });
    expect(classOf('1', row({ code: 'BANK CHARGES' }))).toEqual({ class: 'ORDER' });
  });
  it('is a stock adjustment without customer and without any price, whatever the sign', () => {
    const free = { ...counterSale, unitPrice: '0.00' };
    expect(classOf('1', row({ ...free, quantity: -12 }))).toEqual({ class: 'STOCK_ADJUSTMENT' });
    expect(classOf('1', row({ ...free, quantity: 12 }), row(free))).toEqual({ class: 'STOCK_ADJUSTMENT' });
  });
  it.each([
    ['A563185', [row()], "its number has an unknown prefix 'A'"],
    ['A563185', [row({ ...counterSale, unitPrice: '-11062.06' })], "its number has an unknown prefix 'A'"],
    ['563185', [row({ unitPrice: '-1.00' })], 'it has a negative price'],
    ['563185', [row(), row({ customer: '1' })], 'it names more than one customer'],
    ['563185', [row(), row({ customer: null })], 'it names more than one customer'],
    ['563185', [row(), row({ country: 'EIRE' })], 'it names more than one country'],
    ['563185', [row({ line: 9, quantity: -1 })], 'line 9 has quantity -1 in a document that is no credit'],
    ['563185', [row({ line: 9, quantity: 0 })], 'line 9 has quantity 0 in a document that is no credit'],
  ])('is parked: %s with %o, for %s', (number, rows, reason) => {
    expect(classOf(number, ...rows)).toEqual({ class: 'PARKED', reason });
  });
  it('is malformed as a whole as soon as one of its rows is', () => {
    expect(classify(documentOf('1', [row(), broken]))).toEqual({ class: 'MALFORMED', reason: 'line 3: so' });
    expect(classify(documentOf(null, [broken]))).toEqual({ class: 'MALFORMED', reason: 'line 3: so' });
  });
});

describe('the time of a document', () => {
  it('is its earliest', () => {
    const rows = [row({ localTime: '2011-05-03 10:01:00' }), row({ localTime: '2011-05-03 10:00:00' })];
    expect(occurredAt(documentOf('1', rows))?.toISOString()).toBe('2011-05-03T09:00:00.000Z');
  });
  it('is unknown where no row could be read', () => {
    expect(occurredAt(documentOf(null, [broken]))).toBeNull();
  });
});
