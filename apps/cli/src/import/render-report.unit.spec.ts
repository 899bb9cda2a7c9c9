import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { exitCodeOf, renderReport } from './render-report.ts';

const tally = (documents: number, lines: number, amount: string) => ({ documents, lines, amount: new Big(amount) });
const none = tally(0, 0, '0');
const report = {
  path: 'day.csv.gz',
  balance: {
    fates: {
      POSTED: tally(127, 3072, '58960.79'),
      REFUSED: none,
      CREDIT: tally(1, 1, '-25.5'),
      CREDIT_OPEN: tally(5, 25, '-299.73'),
      NOT_A_SALE: none,
      STOCK_ADJUSTMENT: tally(10, 10, '0'),
      PARKED: none,
      MALFORMED: none,
    },
    months: [],
    file: tally(143, 3108, '58635.56'),
    difference: none,
    posted: 5896079,
    rounding: new Big(0),
  },
  problems: [],
  opening: { products: 3, pieces: 1200 },
  delivered: 107,
  leftOpen: 20,
  newEvents: 1234,
  newProducts: 1351,
  interrupted: false,
  milliseconds: 4321,
};

describe('the report of an import', () => {
  it('adds up to the file', () => {
    expect(renderReport(report)).toBe(`
class              what became of it  documents  lines     pounds
─────────────────  ─────────────────  ─────────  ─────  ─────────
orders             placed and paid          127  3,072  58,960.79
credits (C…)       credited                   1      1     −25.50
credits (C…)       wait for a person          5     25    −299.73
credits (C…)       all                        6     26    −325.23
stock adjustments  noted                     10     10       0.00
the file                                    143  3,108  58,635.56
difference                                    0      0       0.00

Orders are worth £58,960.79; 107 delivered, 20 left open for the warehouse.
Revenue: £58,960.79 invoiced − £25.50 credited = £58,935.29; £−299.73 beside it wait for a person.
Opening stock: 1,200 pieces of 3 products, so that the file never sold what was not there.

New: 1,234 events by this import's own commands, 1,351 products. 4.3 s.`);
  });

  it('says that nothing changed when nothing did', () => {
    expect(renderReport({ ...report, newEvents: 0, newProducts: 0 })).toContain('Nothing changed: 0 new events');
  });

  it('names what a person should look at', () => {
    const problems = [
      { document: '536400', what: 'MALFORMED', reason: 'line 10: so' },
      { document: null, what: 'MALFORMED', reason: 'line 12: so' },
    ] as const;
    expect(renderReport({ ...report, problems })).toContain(
      'For a person to look at (2):\n  document 536400, malformed: line 10: so\n  no document, malformed: line 12: so',
    );
  });

  it('shows the third decimal where there is one, and the rounding', () => {
    const balance = { ...report.balance, rounding: new Big('-0.001'), file: tally(1, 1, '4050965.501') };
    const text = renderReport({ ...report, balance });
    expect([text.includes('4,050,965.501'), text.includes('(rounding -0.001)')]).toEqual([true, true]);
  });

  it('tells scripts how it went', () => {
    const lost = { ...report.balance, difference: tally(0, 1, '0') };
    expect([
      exitCodeOf(report),
      exitCodeOf({ ...report, problems: [{ document: null, what: 'PARKED', reason: '' }] }),
      exitCodeOf({ ...report, balance: lost }),
      exitCodeOf({ ...report, interrupted: true }),
    ]).toEqual([0, 2, 2, 130]);
  });
});
