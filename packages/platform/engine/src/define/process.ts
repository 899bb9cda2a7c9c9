import type { CommandRefused } from '../process/command-refused.ts';
import type { CommandMessage } from './command.ts';
import { type Duration, millisecondsOf } from './duration.ts';
import type { EventDefinition, EventOf, Recorded } from './event.ts';

/** Sets a timer by its name (setting it again moves it), or cancels it. `after` counts from when the input was recorded. */
export type TimerWish =
  | { readonly set: string; readonly dueAt: Date }
  | { readonly set: string; readonly after: Duration }
  | { readonly cancel: string };

export interface Reaction<State> {
  readonly state: State;
  /** Sent through the outbox in this order; ids are derived from (process, instance, input, index, attempt), so a repeat is harmless. */
  readonly commands?: readonly CommandMessage[];
  readonly timers?: readonly TimerWish[];
}

/** A timer that fired, or a deadline that passed. */
export interface TimerFired {
  /** A UUID, the same for every worker that sees it fire. */
  readonly id: string;
  readonly instance: string;
  readonly name: string;
  readonly dueAt: Date;
  /** When it was seen to be due, which may be later. */
  readonly firedAt: Date;
}

/** Something an instance can wait for. */
export interface Wait<State> {
  /** For people, after "waits for": 'the payment'. */
  readonly for: string;
  /** Counted from when the input that began the wait was recorded. */
  readonly deadline: Duration;
  /** What lateness leads to. In any case the instance is shown as late, until the wait is over; `alarm`: nothing else. */
  readonly late: 'alarm' | ((state: State, deadline: TimerFired) => Reaction<State>);
}

export interface ProcessDefinition<
  State,
  Defs extends readonly EventDefinition[],
  Waits extends Readonly<Record<string, Wait<State>>>,
> {
  readonly name: string;
  /** What it makes of history that is older than itself. */
  readonly startFrom: 'beginning' | 'deployment';
  readonly events: Defs;
  /** The instance this event belongs to, usually the order's id. */
  readonly instance: (event: Recorded<EventOf<Defs>>) => string;
  readonly initial: State;
  /** Everything that an instance can ever wait for, each with its deadline. */
  readonly waits: Waits;
  /** What it waits for in this state. Nothing: it has ended. So none can hang. Pure. */
  readonly waiting: (state: State) => readonly (keyof Waits & string)[];
  /** Pure. */
  readonly react: (state: State, event: Recorded<EventOf<Defs>>) => Reaction<State>;
  /** Needed where it sets timers. Pure. */
  readonly onTimer?: (state: State, timer: TimerFired) => Reaction<State>;
  /** Its command was refused. `trouble`, and where it is left out: a person is shown it, and may have it sent anew. Pure. */
  readonly onRefusal?: (state: State, refusal: Recorded<CommandRefused>) => Reaction<State> | 'trouble';
}

/** What the engine sees of any process; the typed door is {@link defineProcess}. */
export interface Process {
  readonly name: string;
  readonly startFrom: 'beginning' | 'deployment';
  readonly events: readonly EventDefinition[];
  readonly initial: unknown;
  readonly waits: Readonly<Record<string, Wait<unknown>>>;
  instance(event: Recorded): string;
  waiting(state: unknown): readonly string[];
  react(state: unknown, event: Recorded): Reaction<unknown>;
  onTimer?(state: unknown, timer: TimerFired): Reaction<unknown>;
  onRefusal?(state: unknown, refusal: Recorded<CommandRefused>): Reaction<unknown> | 'trouble';
}

/**
 * A process: reacts to events, timers and refusals with commands and timers; state, commands and timers are stored in one
 * transaction.
 * @throws for a wait whose deadline is no time at all.
 */
export const defineProcess = <
  State,
  const Defs extends readonly EventDefinition[],
  const Waits extends Readonly<Record<string, Wait<State>>>,
>(
  definition: ProcessDefinition<State, Defs, Waits>,
): ProcessDefinition<State, Defs, Waits> & Process => {
  for (const [name, { deadline }] of Object.entries(definition.waits)) {
    const length = millisecondsOf(deadline);
    if (!(length > 0 && Number.isFinite(length)))
      throw new Error(`${definition.name} waits for ${name} without a deadline: give it one, such as { hours: 1 }.`);
  }
  // Methods, so that processes of different states and events fit into one list.
  return definition as unknown as ProcessDefinition<State, Defs, Waits> & Process;
};
