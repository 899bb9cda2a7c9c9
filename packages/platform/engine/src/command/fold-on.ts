import type { RecordedEvent } from '@waybill/event-store';
import type { Snapshot } from '@waybill/event-store/snapshots';
import type { Aggregate, AnyAggregate } from '../define/aggregate.ts';
import type { AnyEvent, Recorded } from '../define/event.ts';
import {
  type Arrived,
  type Late,
  lastPlaceOf,
  type OrderedFold,
  startOrdered,
  stateOf,
  takeIn,
} from '../order/ordered-fold.ts';
import type { Place } from '../order/place.ts';

/** The state of a stream after one of its events. */
export interface Folded {
  readonly state: unknown;
  readonly version: number;
  /** Of the event at that version; 0 for none. */
  readonly position: number;
  /** Only where facts are folded by occurrence. */
  readonly order?: OrderedFold;
}

export interface FoldedOn {
  /** Undefined where a fact belongs too far back to be put in its place from here. */
  readonly folded: Folded | undefined;
  /** Events that happened before something that was folded in already. */
  readonly late: readonly Late[];
  readonly refolded: number;
}

export const nothingYet = (aggregate: AnyAggregate): Folded => ({ state: aggregate.initial, version: 0, position: 0 });

/** Events as a decision made them, with what was recorded of them. */
export const arrivedFrom = (events: readonly AnyEvent[], recorded: readonly RecordedEvent[]): Arrived[] =>
  recorded.flatMap((one, n) => {
    const event = events[n];
    return event ? [{ ...placeIn(one), event: { ...event, occurredAt: one.occurredAt } }] : [];
  });
export const arrivedAs = (events: readonly Recorded[]): Arrived[] =>
  events.map((event) => ({ ...placeIn(event), event }));
const placeIn = ({ occurredAt, eventId, version, position }: Omit<RecordedEvent, 'data'>) => ({
  occurredAt,
  eventId,
  version,
  position,
});

/** Folds what came after a state: by version, or by occurrence where the aggregate has facts. Pure. */
export const foldOn = (aggregate: AnyAggregate, base: Folded, arrived: readonly Arrived[]): FoldedOn => {
  const last = arrived.at(-1);
  const { version, position } = last ?? base;
  if (!aggregate.sequenceOf) {
    const state = arrived.reduce<unknown>((folded, { event }) => aggregate.evolve(folded, event), base.state);
    return { folded: { state, version, position }, late: [], refolded: 0 };
  }
  const { fold, late, refolded } = takeIn(aggregate, base.order ?? startOrdered(base.state), arrived);
  return { folded: fold && { state: stateOf(fold), version, position, order: fold }, late, refolded };
};

/** The state after these events of one stream, in the order that the aggregate is folded in. Pure. */
export const foldStream = <State, Event extends AnyEvent>(
  aggregate: Aggregate<State, Event>,
  events: readonly Recorded[],
): State => (foldOn(aggregate, nothingYet(aggregate), arrivedAs(events)).folded?.state ?? aggregate.initial) as State;

interface Horizon {
  readonly last: Place;
  readonly decided: number;
}
const isHorizon = (value: unknown): value is Horizon =>
  typeof value === 'object' && value !== null && 'last' in value && Array.isArray(value.last) && 'decided' in value;

/** What a snapshot has to know besides the state. */
export const horizonOf = ({ order }: Folded): Horizon | null => {
  const last = order && lastPlaceOf(order);
  return order && last ? { last, decided: order.decided } : null;
};

/** Undefined for a snapshot that was taken while this aggregate was not folded by occurrence. */
export const fromSnapshot = (aggregate: AnyAggregate, snapshot: Snapshot | undefined): Folded | undefined => {
  if (!snapshot) return nothingYet(aggregate);
  const { state, version, position, horizon } = snapshot;
  if (!aggregate.sequenceOf) return { state, version, position };
  if (!isHorizon(horizon)) return undefined;
  return { state, version, position, order: startOrdered(state, horizon.last, horizon.decided) };
};
