import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesOf } from './count-changes.ts';

type Coin = {
  readonly id: string;
  readonly value: number;
};
const counts = (row: object) => {
  const { value } = row as Coin;
  return { coins: 1, value, ...(value > 50 ? { big: 1 } : {}) };
};
const row = (id: string, value: number) => ({ id, value });

it('adds what a row counts for now, and takes back what it counted for', () => {
  const before = new Map([['a', row('a', 10)]]);
  expect(changesOf({ counts }, before, { rows: [row('a', 60), row('b', 1)], gone: [] })).toEqual({
    rows: [
      ['a', '{"id":"a","value":60}'],
      ['b', '{"id":"b","value":1}'],
    ],
    gone: [],
    counts: [
      ['coins', '1'],
      ['value', '51'],
      ['big', '1'],
    ],
  });
});

it('comes to the sum over all rows, whatever happened to them', () => {
  const step = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(100))), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const rows = new Map<string, Coin>();
      const sums = new Map<string, number>();
      for (const changes of steps) {
        const last = new Map(changes);
        const changed = [...last].flatMap(([id, value]) => (value === null ? [] : [row(id, value)]));
        const gone = [...last].flatMap(([id, value]) => (value === null ? [id] : []));
        const { counts: added } = changesOf({ counts }, new Map(rows), { rows: changed, gone });
        for (const [name, by] of added) sums.set(name, (sums.get(name) ?? 0) + Number(by));
        for (const one of changed) rows.set(one.id, one);
        for (const id of gone) rows.delete(id);
      }
      const expected = new Map<string, number>();
      for (const one of rows.values())
        for (const [name, by] of Object.entries(counts(one))) expected.set(name, (expected.get(name) ?? 0) + by);
      for (const name of ['coins', 'value', 'big']) expect(sums.get(name) ?? 0).toBe(expected.get(name) ?? 0);
    }),
    { numRuns: 50 },
  );
});
