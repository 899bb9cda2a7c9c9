import { expect, it } from 'vitest';
import { recorded } from '../testing/recorded.ts';
import { comeToRest, type Wish } from './come-to-rest.ts';
import type { PreviewedCommand } from './preview.ts';

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
const shown = (type: string, kind: 'accepted' | 'waiting'): PreviewedCommand => ({
  id: type,
  type,
  actor: ana,
  streamId: 'a-1',
  depth: 0,
  cause: null,
  outcome: kind === 'accepted' ? { kind } : { kind, reason: 'not yet' },
  events: kind === 'accepted' ? [happened] : [],
});
const happened = recorded('1', { type: 'Happened', data: {} });

/** A wish that has to be tried `times` times, and what follows when it is done. */
const wish = (type: string, times = 1, line: string | null = null): Wish => {
  let tried = 0;
  return {
    line,
    held: shown(type, 'waiting'),
    run: async () => shown(type, ++tried >= times ? 'accepted' : 'waiting'),
  };
};
const told = ({ commands }: { commands: readonly PreviewedCommand[] }) =>
  commands.map(({ type, outcome }) => `${type} ${outcome.kind}`);

it('runs what follows in order, until nothing follows', async () => {
  const consequences = [[wish('b'), wish('c')], [wish('d')], [], []];
  const rest = await comeToRest(wish('a'), async () => consequences.shift() ?? [], 10);
  expect(told(rest)).toEqual(['a accepted', 'b accepted', 'c accepted', 'd accepted']);
  expect(rest).toMatchObject({ complete: true, looked: 4 });
});

it('tries again what waits, once something happened; what comes after it in its line waits too', async () => {
  const consequences = [[wish('b', 2, 'one'), wish('c', 1, 'one'), wish('d', 1, 'two')]];
  const rest = await comeToRest(wish('a'), async () => consequences.shift() ?? [], 10);
  expect(told(rest)).toEqual(['a accepted', 'd accepted', 'b accepted', 'c accepted']);
});

it('shows as waiting what nothing comes for', async () => {
  const consequences = [[wish('b', 9, 'one'), wish('c', 1, 'one')]];
  const rest = await comeToRest(wish('a'), async () => consequences.shift() ?? [], 10);
  expect(told(rest)).toEqual(['a accepted', 'b waiting', 'c waiting']);
  expect(rest.complete).toBe(true);
});

it('stops where commands lead to each other without end', async () => {
  const rest = await comeToRest(wish('a'), async () => [wish('again')], 7);
  expect(rest).toMatchObject({ complete: false, looked: 7 });
  expect(rest.commands).toHaveLength(7);
});
