import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Recorded } from '../../define/event.ts';
import type { Projection } from '../../define/projection.ts';
import { type BalanceRow, balances } from '../../fixtures/bank.ts';
import { recorded } from '../../testing/index.ts';
import { foldParking } from './fold-parking.ts';
import { emptyPark, skipName } from './park.ts';

const history = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 40 })
  .map((entries) =>
    entries.map(([id, amount, credit], index): Recorded => {
      const event = credit
        ? ({ type: 'Credited', data: { amount, reason: '' } } as const)
        : ({ type: 'AccountOpened', data: { ownerId: id, owner: id } } as const);
      return recorded(id, event, { position: index + 1 });
    }),
  );

const foldAll = (batches: readonly (readonly Recorded[])[]) => {
  const table = new Map<string, BalanceRow>();
  for (const batch of batches) {
    const { rows, gone } = foldParking(balances, table, batch);
    for (const row of rows as unknown as BalanceRow[]) table.set(row.accountId, row);
    for (const key of gone) table.delete(key);
  }
  return table;
};

it('comes to the same rows however the events are cut into batches', () => {
  fc.assert(
    fc.property(history, fc.nat(40), (events, cut) => {
      expect(foldAll([events.slice(0, cut), events.slice(cut)])).toEqual(foldAll([events]));
    }),
  );
});

it('stamps each row with the position of its own last event', () => {
  const opened = { type: 'AccountOpened', data: { ownerId: 'o', owner: 'o' } } as const;
  const { rows } = foldParking(balances, new Map(), [
    recorded('a', opened, { position: 5 }),
    recorded('b', opened, { position: 6 }),
  ]);
  expect(rows.map((row) => row.updatedPosition)).toEqual([5, 6]);
});

/** The list of balances, where these events throw. */
const poisoned = (...positions: number[]): Projection => ({
  ...balances,
  evolve(row, event, key) {
    if (positions.includes(event.position)) throw new Error('no such currency');
    return (balances as Projection).evolve(row, event, key);
  },
});
const opening = (id: string, position: number) =>
  recorded(id, { type: 'AccountOpened', data: { ownerId: id, owner: id } } as const, { position });
const credit = (id: string, position: number) =>
  recorded(id, { type: 'Credited', data: { amount: 1, reason: '' } } as const, { position });
const entries = (rows: readonly object[]) => rows as unknown as (BalanceRow & { updatedPosition: number })[];

it('parks the key of an event that throws; its later events wait in order, and other keys go on', () => {
  const events = [opening('a', 1), opening('b', 2), credit('a', 3), credit('b', 4), credit('a', 5), credit('b', 6)];
  const { rows, letters } = foldParking(poisoned(3), new Map(), events);
  expect(entries(rows).map(({ accountId, balance }) => [accountId, balance])).toEqual([
    ['a', 0],
    ['b', 2],
  ]);
  expect(letters).toEqual([
    { key: 'a', position: 3, attempts: 3, error: 'no such currency' },
    { key: 'a', position: 5, attempts: 0, error: null },
  ]);
});

it('lets what comes for a parked key wait, and takes what came before it', () => {
  const park = { ...emptyPark, waiting: new Map([['a', 3]]) };
  const { rows, letters } = foldParking(balances, new Map(), [opening('a', 2), credit('a', 3), credit('a', 4)], park);
  expect(entries(rows)).toMatchObject([{ accountId: 'a', balance: 0, updatedPosition: 2 }]);
  expect(letters.map(({ position }) => position)).toEqual([3, 4]);
});

it('leaves out what a person skipped', () => {
  const park = { ...emptyPark, skipped: new Set([skipName('a', 2)]) };
  const { rows, letters } = foldParking(
    poisoned(2),
    new Map(),
    [opening('a', 1), credit('a', 2), credit('a', 3)],
    park,
  );
  expect(entries(rows)).toMatchObject([{ balance: 1, entries: 1 }]);
  expect(letters).toEqual([]);
});

it('parks the stream of an event that cannot say which rows it touches', () => {
  const unreadable = Object.defineProperty(credit('a', 2), 'data', {
    get() {
      throw new Error('it cannot be read');
    },
  });
  const byOwnData: Projection = { ...balances, keys: (event) => ('owner' in event.data ? [event.id] : [event.id]) };
  const events = [opening('a', 1), unreadable, credit('a', 3), opening('b', 4)];
  const { rows, letters } = foldParking(byOwnData, new Map(), events);
  expect(entries(rows).map(({ accountId }) => accountId)).toEqual(['a', 'b']);
  expect(letters.map(({ key, error }) => [key, error])).toEqual([
    [`stream ${unreadable.streamId}`, 'it cannot be read'],
    [`stream ${unreadable.streamId}`, null],
  ]);
});
