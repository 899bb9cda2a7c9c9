import { specOf } from '@waybill/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CreditLine } from './aggregate.ts';
import { creditLineCommands as commands } from './commands.ts';
import type { CreditLine as State } from './credit-line.ts';
import { applyCreditLimit, reserveCredit, reviseCredit } from './decide.ts';
import type { CreditLineEvent } from './events.ts';

const line = specOf(CreditLine, expect);
const creditLineId = 'c1:GBP';
const limited = (limit: number | null, revision = 2): CreditLineEvent => ({
  type: 'CreditLimitApplied',
  data: { limit, revision },
});
const ask = (orderId: string, amount: number, byHand = false) => ({ creditLineId, orderId, amount, byHand });
const reserved = (orderId: string, amount: number, sum: number, limit: number | null, how = {}): CreditLineEvent => ({
  type: 'CreditReserved',
  data: { orderId, amount, reserved: sum, limit, waited: false, byHand: false, ...how },
});
const refused = (orderId: string, amount: number, sum: number, over: number): CreditLineEvent => ({
  type: 'CreditRefused',
  data: { orderId, amount, reserved: sum, limit: 100, over },
});
const open = (orderId: string, amount: number, { revision = 1, granted = true } = {}) => ({
  ...{ creditLineId, orderId, open: amount, granted, revision },
});
const revised = (
  orderId: string,
  amount: number,
  sum: number,
  { revision = 1, granted = true } = {},
): CreditLineEvent => ({
  type: 'CreditRevised',
  data: { orderId, open: amount, granted, reserved: sum, revision },
});
const full = [limited(100), reserved('a', 70, 70, 100)];

describe('a credit line', () => {
  it('without a limit refuses nobody, and counts', () =>
    line
      .given(reserved('a', 70, 70, null))
      .when(commands.ReserveCredit, ask('b', 900))
      .then(reserved('b', 900, 970, null)));

  it('is taken to the last penny and no further', () => {
    line
      .given(...full)
      .when(commands.ReserveCredit, ask('b', 30))
      .then(reserved('b', 30, 100, 100));
    line
      .given(...full)
      .when(commands.ReserveCredit, ask('b', 31))
      .then(refused('b', 31, 70, 1));
  });

  it('answers once', () => {
    line
      .given(...full)
      .when(commands.ReserveCredit, ask('a', 70))
      .thenNothing();
    line
      .given(...full, refused('b', 40, 70, 10))
      .when(commands.ReserveCredit, ask('b', 40))
      .thenNothing();
  });

  it('serves the oldest of those that it had refused as money comes', () =>
    line
      .given(...full, refused('b', 40, 70, 10), refused('c', 40, 70, 10))
      .when(commands.ReviseCredit, open('a', 60))
      .then(revised('a', 60, 60), reserved('b', 40, 100, 100, { waited: true })));

  it('serves as many as fit when the limit is raised or taken away', () => {
    const waiting = [...full, refused('b', 40, 70, 10), refused('c', 90, 70, 60)];
    line
      .given(...waiting)
      .when(commands.ApplyCreditLimit, { creditLineId, limit: 110, revision: 3 })
      .then(limited(110, 3), reserved('b', 40, 110, 110, { waited: true }));
    line
      .given(...waiting)
      .when(commands.ApplyCreditLimit, { creditLineId, limit: null, revision: 3 })
      .then(
        limited(null, 3),
        reserved('b', 40, 110, null, { waited: true }),
        reserved('c', 90, 200, null, { waited: true }),
      );
  });

  it('lets pass whom a person lets pass', () =>
    line
      .given(...full, refused('b', 40, 70, 10))
      .when(commands.ReserveCredit, ask('b', 40, true))
      .then(reserved('b', 40, 110, 100, { waited: true, byHand: true })));

  it('takes what is older than what it knows for no news', () => {
    line.given(limited(100, 5)).when(commands.ApplyCreditLimit, { creditLineId, limit: 9, revision: 4 }).thenNothing();
    line
      .given(...full, revised('a', 0, 0, { revision: 2 }))
      .when(commands.ReviseCredit, open('a', 50))
      .thenNothing();
  });

  it('knows what is open of an order that asks only then', () =>
    line
      .given(limited(100), revised('a', 0, 0, { granted: false }))
      .when(commands.ReserveCredit, ask('a', 500))
      .then(reserved('a', 0, 0, 100)));

  it('lets what waits sink until it fits, and never waits for nothing', () => {
    const waiting = [...full, refused('b', 40, 70, 10)];
    const less = { granted: false };
    line
      .given(...waiting)
      .when(commands.ReviseCredit, open('b', 30, less))
      .then(revised('b', 30, 70, less), reserved('b', 30, 100, 100, { waited: true }));
    line
      .given(...waiting, limited(50, 3))
      .when(commands.ReviseCredit, open('b', 0, less))
      .then(revised('b', 0, 70, less), reserved('b', 0, 70, 50, { waited: true }));
  });

  it('counts an order again of which a payment bounced, above the limit too, however long ago it was settled', () => {
    const settled = [...full, revised('a', 0, 0), reserved('b', 90, 90, 100)];
    const others = Array.from({ length: 300 }, (_, n) => [
      reserved(`other ${n}`, 1, 91, 100),
      revised(`other ${n}`, 0, 90),
    ]).flat();
    for (const meanwhile of [[], others])
      line
        .given(...settled, ...meanwhile)
        .when(commands.ReviseCredit, open('a', 70, { revision: 2 }))
        .then(revised('a', 70, 160, { revision: 2 }));
    expect(line.given(...settled, ...others).state?.settled).toHaveLength(200);
  });
});

describe('whatever is asked of a credit line in whatever order', () => {
  const amount = fc.nat(150);
  const order = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  type Step = (line: State, revision: number) => ReturnType<typeof reserveCredit>;
  const reserve = fc.tuple(order, amount).map(
    ([orderId, some]): Step =>
      (state) =>
        reserveCredit(ask(orderId, some), state),
  );
  /** Less is open than before: a payment, a credit, a cancellation. */
  const sink = fc.tuple(order, amount).map(
    ([orderId, by]): Step =>
      (state, revision) => {
        const before = state.claims.find((claim) => claim.orderId === orderId)?.amount ?? 0;
        return reviseCredit(open(orderId, Math.max(0, before - by), { revision, granted: false }), state);
      },
  );
  /** A customer who pays everything that they owe, again and again. */
  const payAll = (from: State): State => {
    const owing = from.claims.filter(({ status }) => status === 'RESERVED');
    if (owing.length === 0) return from;
    const steps = owing.map(
      ({ orderId, revision: last }): Step =>
        (state) =>
          reviseCredit(open(orderId, 0, { revision: last + 1 }), state),
    );
    return payAll(run(steps, () => {}, from));
  };
  const limit = fc.option(amount).map(
    (some): Step =>
      (state, revision) =>
        applyCreditLimit({ creditLineId, limit: some, revision }, state),
  );
  const run = (steps: readonly Step[], look: (state: State, event: CreditLineEvent) => void, from: State) =>
    steps.reduce((before, step, at) => {
      const decision = step(before, at + 10);
      const events = decision.kind === 'accepted' ? decision.events : [];
      return events.reduce((state, event) => {
        const after = CreditLine.evolve(state, event);
        look(after, event);
        return after;
      }, before);
    }, from);
  const sum = ({ claims }: State) =>
    claims.reduce((total, claim) => total + (claim.status === 'RESERVED' ? claim.amount : 0), 0);

  it('never more is reserved than the limit', () => {
    const from = CreditLine.evolve(CreditLine.initial, limited(100));
    fc.assert(
      fc.property(fc.array(fc.oneof(reserve, sink), { maxLength: 40 }), (steps) => {
        run(steps, (state) => expect(sum(state)).toBeLessThanOrEqual(100), from);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('with limits that change, nothing is reserved above the one that counts, and whatever fits does not wait', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(reserve, sink, limit), { maxLength: 40 }), (steps) => {
        const last = run(
          steps,
          (state, event) => {
            expect(state.reserved).toBe(sum(state));
            if (event.type !== 'CreditReserved' || event.data.amount === 0) return;
            expect(state.reserved).toBeLessThanOrEqual(state.limit ?? Number.POSITIVE_INFINITY);
          },
          CreditLine.initial,
        );
        const waiting = last.claims.filter(({ status }) => status === 'WAITING');
        for (const claim of waiting) expect(last.reserved + claim.amount).toBeGreaterThan(last.limit ?? -1);
        if (last.limit === null) expect(waiting).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('nobody waits for ever who fits under the limit, once what is owed is paid', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(reserve, sink, limit), { maxLength: 40 }), (steps) => {
        const paid = payAll(run(steps, () => {}, CreditLine.initial));
        const waiting = paid.claims.filter(({ status }) => status === 'WAITING');
        for (const { amount: wanted } of waiting) expect(wanted).toBeGreaterThan(paid.limit ?? -1);
        expect(paid.reserved).toBe(0);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
