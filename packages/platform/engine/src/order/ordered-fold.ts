import type { AnyAggregate } from '../define/aggregate.ts';
import type { AnyEvent } from '../define/event.ts';
import { comparePlaces, type Place, placeOfDecision, placeOfFact } from './place.ts';

/** An event of a stream as it arrived. */
export interface Arrived {
  readonly event: AnyEvent;
  readonly occurredAt: Date;
  readonly eventId: string;
  readonly version: number;
  readonly position: number;
}

interface Placed extends Arrived {
  readonly place: Place;
}
/** An event in its place, and the state after it. */
interface Step extends Placed {
  readonly state: unknown;
}

/** What a fold by occurrence knows: how far in time it came, and its last steps, so that one can be put between them. */
export interface OrderedFold {
  /** The state before the window; a fact that belongs before `last` cannot be put in its place from here. */
  readonly base: { readonly state: unknown; readonly last: Place | null };
  readonly window: readonly Step[];
  /** The latest instant of a decision so far, in milliseconds. */
  readonly decided: number;
}

/** A fact that belongs before something that was folded in already. */
export interface Late extends Arrived {
  /** How much earlier it happened than the last that was folded in, in milliseconds. */
  readonly behind: number;
  /** It belongs before the window. */
  readonly beyond: boolean;
}

export interface Taken {
  /** Undefined where a fact belongs before the window: fold again from further back. */
  readonly fold: OrderedFold | undefined;
  readonly late: readonly Late[];
  /** Events that were folded a second time. */
  readonly refolded: number;
}

/** Steps that are kept in memory. */
const WINDOW = 64;

export const startOrdered = (state: unknown, last: Place | null = null, decided = BEGINNING): OrderedFold => ({
  base: { state, last },
  window: [],
  decided,
});
const BEGINNING = Number.MIN_SAFE_INTEGER;

export const stateOf = ({ base, window }: OrderedFold): unknown =>
  window.length > 0 ? window.at(-1)?.state : base.state;
export const lastPlaceOf = ({ base, window }: OrderedFold): Place | null => window.at(-1)?.place ?? base.last;

/** Puts the events into their places; those before the first new one are not folded again. Pure. */
export const takeIn = (aggregate: AnyAggregate, fold: OrderedFold, arrived: readonly Arrived[]): Taken => {
  const { placed, late, decided } = place(aggregate, fold, arrived);
  const merged = [...fold.window, ...placed].sort((a, b) => comparePlaces(a.place, b.place));
  const { base } = fold;
  if (late.some(({ beyond }) => beyond)) return { fold: undefined, late, refolded: 0 };
  const kept = fold.window.findIndex((step, n) => merged[n] !== step);
  const from = kept < 0 ? fold.window.length : kept;
  const steps: Step[] = fold.window.slice(0, from);
  let state = steps.length > 0 ? steps.at(-1)?.state : base.state;
  for (const one of merged.slice(from)) {
    state = aggregate.evolve(state, one.event);
    steps.push({ ...one, state });
  }
  const cut = Math.max(0, steps.length - WINDOW);
  const before = cut > 0 ? steps[cut - 1] : undefined;
  return {
    fold: {
      base: before ? { state: before.state, last: before.place } : base,
      window: steps.slice(cut),
      decided,
    },
    late,
    refolded: fold.window.length - from,
  };
};

const place = (aggregate: AnyAggregate, fold: OrderedFold, arrived: readonly Arrived[]) => {
  const placed: Placed[] = [];
  const late: Late[] = [];
  const before = fold.base.last;
  let { decided } = fold;
  let last = lastPlaceOf(fold);
  for (const one of arrived) {
    const sequence = aggregate.sequenceOf?.(one.event);
    const { occurredAt, version, eventId } = one;
    const at =
      sequence === undefined
        ? placeOfDecision(occurredAt, version, decided)
        : placeOfFact(occurredAt, sequence, eventId);
    if (sequence === undefined) decided = Math.max(decided, occurredAt.getTime());
    placed.push({ ...one, place: at });
    const beyond = before !== null && comparePlaces(at, before) < 0;
    if (last && comparePlaces(at, last) < 0) late.push({ ...one, behind: last[0] - at[0], beyond });
    else last = at;
  }
  return { placed, late, decided };
};
