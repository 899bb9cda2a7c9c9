import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineAggregate, defineEvents, event, personal } from '../index.ts';
import { snapshotOf } from './snapshot.ts';

const events = defineEvents({
  Opened: event(1, z.object({ ownerId: z.string(), owner: personal(z.string()) }), {
    subject: 'ownerId',
    purpose: 'contact',
  }),
  Credited: event(1, z.object({ amount: z.number() })),
});
interface State {
  readonly owner?: string | null;
  readonly balance: number;
}
const rule = { schema: 1, every: 10, keep: 3 };
const anAggregate = (snapshot: typeof rule & { readonly holds?: z.ZodType<State> }) =>
  defineAggregate({
    category: 'account',
    events,
    commands: {},
    initial: { balance: 0 } as State,
    evolve: (state) => state,
    decide: {},
    snapshot,
  });

it('refuses snapshots of events with personal data unless it is said what they hold', () => {
  expect(() => anAggregate(rule)).toThrow('Opened holds personal data: say by `holds`');
  expect(() => anAggregate({ ...rule, holds: z.object({ balance: z.number() }) })).not.toThrow();
  const leaking = z.object({ owner: personal(z.string()), balance: z.number() });
  expect(() => anAggregate({ ...rule, holds: leaking })).toThrow('must not hold personal data');
});

it('stores what is named and nothing else', () => {
  const snapshot = { ...rule, holds: z.object({ balance: z.number() }) };
  expect(snapshotOf(snapshot, { owner: 'Ana', balance: 3 })).toEqual({ balance: 3 });
  expect(() => snapshotOf(snapshot, { owner: 'Ana' })).toThrow('balance');
});

it('refuses a rhythm that is none', () => {
  expect(() => anAggregate({ ...rule, every: 0, holds: z.object({ balance: z.number() }) })).toThrow('whole numbers');
});
