import type { Actor } from '@waybill/event-store';
import type { Decision } from '@waybill/kernel';
import { isEngineEvent } from '../process/command-refused.ts';
import type { CommandData, CommandDefinition } from './command.ts';
import type { AnyEvent, EventDefinition, EventFrom, EventOf } from './event.ts';
import { checkSnapshotRule, type SnapshotRule } from './snapshot.ts';

/** What a decision may know beside the command and the state. */
export interface DecisionContext {
  /** The instant of the decision (UTC). */
  readonly now: Date;
  /** When it happened in the business, as the client says; `now` if it does not. */
  readonly occurredAt: Date;
  readonly actor: Actor;
  readonly commandId: string;
}

type EventMap = Readonly<Record<string, EventDefinition>>;
type CommandMap = Readonly<Record<string, CommandDefinition>>;

export type Decide<State, E, C> = (data: C, state: State, context: DecisionContext) => Decision<E>;

type Facts<E extends EventMap> = { readonly [K in keyof E]?: (data: EventFrom<E[K]>['data']) => number };

export interface AggregateDefinition<State, E extends EventMap, C extends CommandMap> {
  /** Stream ids are `<category>-<id>`. */
  readonly category: string;
  readonly events: E;
  readonly commands: C;
  readonly initial: State;
  /** Total: it knows every event of the map. Pure. */
  readonly evolve: (state: State, event: EventOf<E>) => State;
  /** One pure function per command. Never throws for a business reason. */
  readonly decide: { readonly [K in keyof C]: Decide<State, EventOf<E>, CommandData<C[K]>> };
  /**
   * Event types that are facts: they are folded by when they happened, not by when they arrived, and each tells its
   * source's sequence for facts of one instant. The others are decisions, and keep their order among themselves.
   */
  readonly facts?: Facts<E>;
  /** For streams that grow long. Without it, a state is always folded from its first event. */
  readonly snapshot?: SnapshotRule<State>;
}

/** What the engine sees of any aggregate; the typed door is {@link defineAggregate}. */
export interface Aggregate<State = unknown, Event extends AnyEvent = AnyEvent> {
  readonly category: string;
  readonly events: EventMap;
  readonly commands: CommandMap;
  readonly initial: State;
  readonly snapshot?: SnapshotRule<State>;
  /** The sequence that a fact's source gave it; undefined for a decision. Absent where there are no facts. */
  sequenceOf?(event: Event): number | undefined;
  evolve(state: State, event: Event): State;
  decide(type: string, data: unknown, state: State, context: DecisionContext): Decision<Event>;
}

/**
 * An aggregate: a consistency boundary whose state is the fold of its stream.
 * Its decisions see only their own stream; what they need from elsewhere travels in the command.
 */
export const defineAggregate = <State, E extends EventMap, C extends CommandMap>(
  definition: AggregateDefinition<State, E, C>,
): Aggregate<State, EventOf<E>> => {
  if (definition.snapshot) checkSnapshotRule(definition.category, definition.events, definition.snapshot);
  return typed(definition);
};

/** Facts by their types; each is handed its own data. */
const sequencesOf = (facts: object | undefined) => {
  if (!facts) return {};
  const sequences = new Map<string, (data: object) => number>(Object.entries(facts));
  return { sequenceOf: (event: AnyEvent): number | undefined => sequences.get(event.type)?.(event.data) };
};

const typed = <State, E extends EventMap, C extends CommandMap>(
  definition: AggregateDefinition<State, E, C>,
): Aggregate<State, EventOf<E>> => ({
  ...definition,
  ...sequencesOf(definition.facts),
  decide(type, data, state, context) {
    const decide = definition.decide[type] as Decide<State, EventOf<E>, unknown> | undefined;
    if (!decide) throw new Error(`${definition.category} knows no command ${type}`);
    return decide(data, state, context);
  },
  // Method syntax above keeps aggregates of different states assignable to `Aggregate` in lists.
  evolve(state, event) {
    if (isEngineEvent(event)) return state;
    // A state that leaves an event out is no ground for a decision. Where newer code wrote it, its data says so.
    if (!(event.type in definition.events) && event.data)
      throw new Error(`${definition.category} knows no event ${event.type}`);
    return definition.evolve(state, event);
  },
});

/** An aggregate of any state, as lists of them hold it. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where the state's type is given up, for heterogeneous lists
export type AnyAggregate = Aggregate<any, any>;
/** The id of the stream of one aggregate. */
export const streamOf = (aggregate: AnyAggregate, id: string): string => `${aggregate.category}-${id}`;
