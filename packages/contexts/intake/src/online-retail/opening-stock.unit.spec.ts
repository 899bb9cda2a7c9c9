import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCharge } from './charge-codes.ts';
import { classify } from './classify.ts';
import { documentOf, type RetailDocument } from './document.ts';
import { createStockCourse } from './opening-stock.ts';
import type { Row } from './row.ts';
import { documentsIn, surveyFile } from './survey.ts';

const DAY = fileURLToPath(new URL('../../../../../data/online-retail/2010-12-01.csv.gz', import.meta.url));

const row = (code: string, quantity: number, over: Partial<Row> = {}): Row => ({
  line: 2,
  document: '1',
  code,
  description: code,
  quantity,
  unitPrice: '2.55',
  localTime: '2010-12-01 08:26:00',
  customer: '17850',
  country: 'United Kingdom',
  ...over,
});
const order = (...rows: Row[]): RetailDocument => documentOf('1', rows);
const adjustment = (code: string, quantity: number): RetailDocument =>
  documentOf('2', [row(code, quantity, { unitPrice: '0.00', customer: null })]);
const openingOf = (documents: readonly RetailDocument[]) => {
  const course = createStockCourse();
  for (const document of documents) course.follow(document);
  return Object.fromEntries(course.opening());
};

describe('the opening stock of a file', () => {
  it('is what its orders take, of every product', () => {
    expect(openingOf([order(row('MUG', 6), row('CUP', 2), row('MUG', 1)), order(row('MUG', 3))])).toEqual({
      MUG: 10,
      CUP: 2,
    });
  });

  it('is what the lowest point wants: later stock is of no use before', () => {
    expect(openingOf([order(row('MUG', 6)), adjustment('MUG', 20), order(row('MUG', 9))])).toEqual({ MUG: 6 });
    expect(openingOf([adjustment('MUG', 4), order(row('MUG', 6)), adjustment('MUG', -3)])).toEqual({ MUG: 5 });
  });

  it('needs nothing for charges, for credits, and for what is parked', () => {
    const credit = documentOf('C3', [row('MUG', -6)]);
    const parked = documentOf('A4', [row('MUG', 6)]);
    expect(openingOf([order(row('POST', 1)), credit, parked, adjustment('CUP', 5)])).toEqual({});
    expect(openingOf([credit, order(row('MUG', 6))])).toEqual({ MUG: 6 });
  });

  it('is the least that never lets a product run below zero, though adjustments run ahead of orders', () => {
    const happening = fc.tuple(fc.constantFrom('order', 'adjustment'), fc.integer({ min: 1, max: 9 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 20 }), fc.infiniteStream(fc.boolean()), (happenings, ahead) => {
        const moves = happenings.map(([kind, pieces, up]) => ({
          kind,
          by: kind === 'order' || !up ? -pieces : pieces,
        }));
        const documents = moves.map(({ kind, by }) =>
          kind === 'order' ? order(row('MUG', -by)) : adjustment('MUG', by),
        );
        const { MUG: opening = 0 } = openingOf(documents);
        const lowestOf = (list: typeof moves): number => {
          let at = opening;
          let lowest = opening;
          for (const { by } of list) {
            at += by;
            lowest = Math.min(lowest, at);
          }
          return lowest;
        };
        expect(lowestOf(moves)).toBeGreaterThanOrEqual(0);
        if (opening > 0) expect(lowestOf(moves)).toBe(0);
        // Every so often the next adjustment goes before the orders that stand before it.
        const overtaking = moves.flatMap((move, index) => {
          const next = moves[index + 1];
          return move.kind === 'order' && next?.kind === 'adjustment' && ahead.next().value ? [index] : [];
        });
        const hurried = [...moves];
        for (const index of overtaking) hurried.splice(index, 2, ...hurried.slice(index, index + 2).reverse());
        expect(lowestOf(hurried)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('covers every product that was sold on the day that the project carries', async () => {
    const course = createStockCourse();
    const sold = new Map<string, number>();
    for await (const document of documentsIn(await surveyFile(DAY))) {
      course.follow(document);
      if (classify(document).class !== 'ORDER') continue;
      for (const { code, quantity } of document.rows)
        if (!isCharge(code)) sold.set(code, (sold.get(code) ?? 0) + quantity);
    }
    const opening = course.opening();
    expect([...sold.keys()].filter((code) => !opening.has(code))).toEqual([]);
    expect([...sold].filter(([code, pieces]) => (opening.get(code) ?? 0) > pieces + 1_000)).toEqual([]);
    expect(opening.get('85123A')).toBe(sold.get('85123A'));
  });
});
