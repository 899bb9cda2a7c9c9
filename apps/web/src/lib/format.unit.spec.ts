import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatConstant,
  formatLag,
  formatMoney,
  formatName,
  formatRelative,
  parseMoney,
  plainMoney,
} from './format.ts';

describe('money', () => {
  it('is shown from minor units', () => {
    expect([formatMoney(5896079, 'GBP'), formatMoney(-5, 'GBP'), formatMoney(1200, 'JPY')]).toEqual([
      '£58,960.79',
      '-£0.05',
      'JP¥1,200',
    ]);
  });
  it('is read as a person types it', () => {
    expect(['141.84', '1,234.5', ' £3 ', '0.001', 'ten', ''].map((text) => parseMoney(text, 'GBP'))).toEqual([
      14184,
      123450,
      300,
      null,
      null,
      null,
    ]);
  });
  it('has the digits of its currency: none, two or three', () => {
    const shown = ['JPY', 'GBP', 'KWD', 'BHD', 'IQD'].map((currency) => plainMoney(1_234_567, currency));
    expect(shown).toEqual(['1234567', '12345.67', '1234.567', '1234.567', '1234.567']);
    expect(formatMoney(1_234_567, 'KWD')).toBe('KWD\u00a01,234.567');
    expect([parseMoney('12.5', 'JPY'), parseMoney('1.2345', 'KWD'), parseMoney('1.234', 'BHD')]).toEqual([
      null,
      null,
      1234,
    ]);
  });
  it('survives being typed again, in every currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('GBP', 'JPY', 'KWD', 'BHD'),
        fc.integer({ min: 0, max: 100_000_000_000_000 }),
        (currency, amount) => {
          expect(parseMoney(plainMoney(amount, currency), currency)).toBe(amount);
        },
      ),
    );
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it('are relative for a week, then dates', () => {
    const ago = (seconds: number) => formatRelative(new Date(now - seconds * 1000).toISOString(), now);
    expect([ago(2), ago(42), ago(180), ago(3 * 3600), ago(8 * 86_400)]).toEqual([
      'just now',
      '42 sec ago',
      '3 min ago',
      '3 hr ago',
      '13 Nov 2026',
    ]);
  });
  it('lag by their size', () => {
    expect([formatLag(38), formatLag(1240), formatLag(180_000)]).toEqual(['38 ms', '1.2 s', '3 min']);
    expect([formatLag(86_400_000), formatLag(604_800_000)]).toEqual(['24 h', '7 days']);
  });
});

describe('names', () => {
  it('read as words', () => {
    expect([formatName('OrderPlaced'), formatConstant('NOT_STATED')]).toEqual(['Order placed', 'Not stated']);
  });
});
