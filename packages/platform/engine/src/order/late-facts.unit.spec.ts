import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Remedy } from '../command/late-facts.ts';
import { createStateStore } from '../command/state-store.ts';
import { createStoredFold } from '../command/stored-fold.ts';
import { streamInMemory } from '../fixtures/streams-in-memory.ts';
import { type TrackerEvent, type TrackerState, trackerOf } from '../fixtures/tracker.ts';
import { recorded } from '../testing/index.ts';

const REMEDIES: readonly (Remedy | undefined)[] = [undefined, 'reorder', 'snapshot', 'replay'];
const tracker = trackerOf();
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute));

interface Happening {
  readonly name: string;
  readonly event: TrackerEvent;
}
const seen = (place: string, minute: number, sequence = 0): Happening => ({
  name: place,
  event: { type: 'Seen', data: { place, sequence }, occurredAt: at(minute) },
});
const sent: Happening = { name: 'sent', event: { type: 'Sent', data: {}, occurredAt: at(10) } };
const redirected: Happening = {
  name: 'to York',
  event: { type: 'Redirected', data: { to: 'York' }, occurredAt: at(13) },
};

/** Lets what happened arrive in this order, one after the other, and tells what came of it. */
const arrive = async (order: readonly Happening[], remedy: Remedy | undefined) => {
  const stream = streamInMemory();
  const notes: Remedy[] = [];
  const states = createStateStore({
    ...stream.ports,
    ...(remedy ? { remedy } : {}),
    noteLate: (_streamId, late, way) => void notes.push(...late.map(() => way)),
    onTrouble: ({ error }) => {
      throw error;
    },
  });
  for (const [n, { name, event }] of order.entries()) {
    const version = n + 1;
    const eventId = `event-${name}`;
    const one = recorded('t', event, { streamId: 'tracker-t', version, position: version, eventId });
    const from = states.recall(tracker, 't') ?? (await states.load(tracker, 't'));
    stream.add(one);
    states.advance(tracker, 't', from, [event], [one]);
  }
  const { state } = await states.load(tracker, 't', states.recall(tracker, 't'));
  return { state: state as TrackerState, notes, stream };
};

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, n) => permutations(all.filter((_, m) => m !== n)).map((rest) => [one, ...rest]));

it('comes to one state for every permutation of six facts and every remedy', async () => {
  // Before the stream began, at one instant (in the order of their source), and after what was decided.
  const facts = [seen('a', 5), seen('b', 11), seen('c', 12, 1), seen('d', 12, 2), seen('e', 14), seen('f', 15)];
  const way = 'sent a b c d to York e f';
  const ways = new Map<string, number>();
  const orders = permutations(facts);
  expect(orders).toHaveLength(720);
  for (const remedy of REMEDIES) {
    for (const order of orders) {
      const arrival = [sent, ...order.slice(0, 3), redirected, ...order.slice(3)];
      const { state, notes } = await arrive(arrival, remedy);
      expect(state).toEqual({ sent: true, last: 'f', way });
      for (const note of notes)
        ways.set(`${remedy ?? 'chosen'}: ${note}`, (ways.get(`${remedy ?? 'chosen'}: ${note}`) ?? 0) + 1);
    }
  }
  // Each was gone where it was forced; where no snapshot was old enough, everything was folded again.
  expect([...ways.keys()].sort()).toEqual([
    'chosen: reorder',
    'reorder: reorder',
    'replay: replay',
    'snapshot: replay',
    'snapshot: snapshot',
  ]);
}, 60_000);

it('takes facts in that are older than anything in memory, at every length, and knows every version', async () => {
  const happenings = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 60, maxLength: 160 });
  await fc.assert(
    fc.asyncProperty(happenings, fc.constantFrom(...REMEDIES), async (minutes, remedy) => {
      const facts = minutes.map((minute, n) => seen(`p${String(n).padStart(3, '0')}`, minute, n));
      const { state, stream } = await arrive([sent, ...facts], remedy);
      const wayOf = (some: readonly Happening[]) =>
        [
          'sent',
          ...some.toSorted((a, b) => Number(a.event.occurredAt) - Number(b.event.occurredAt)).map(({ name }) => name),
        ].join(' ');
      expect(state.way).toBe(wayOf(facts));
      const storedFold = createStoredFold(stream.ports);
      for (let version = 1; version <= facts.length + 1; version += 1) {
        const { folded } = await storedFold(tracker, 'tracker-t', { toVersion: version });
        expect((folded.state as TrackerState).way).toBe(wayOf(facts.slice(0, version - 1)));
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

it('leaves what arrives in time alone', async () => {
  const { notes } = await arrive([sent, seen('a', 11), redirected, seen('b', 14)], undefined);
  expect(notes).toEqual([]);
});
