import type { CommandMessage } from './command.ts';
import type { EventDefinition, EventOf, Recorded } from './event.ts';

export interface Reaction<State> {
  readonly state: State;
  /** Sent through the outbox in this order; ids are derived from (process, event, index), so a repeat is harmless. */
  readonly commands?: readonly CommandMessage[];
}

export interface ProcessDefinition<State, Defs extends readonly EventDefinition[]> {
  readonly name: string;
  /** What it makes of history that is older than itself. */
  readonly startFrom: 'beginning' | 'deployment';
  readonly events: Defs;
  /** The instance this event belongs to, usually the order's id. */
  readonly instance: (event: Recorded<EventOf<Defs>>) => string;
  readonly initial: State;
  /** Pure. */
  readonly react: (state: State, event: Recorded<EventOf<Defs>>) => Reaction<State>;
}

export interface Process {
  readonly name: string;
  readonly startFrom: 'beginning' | 'deployment';
  readonly events: readonly EventDefinition[];
  readonly initial: unknown;
  instance(event: Recorded): string;
  react(state: unknown, event: Recorded): Reaction<unknown>;
}

/** A process: reacts to events with commands; state and commands are stored in one transaction. */
export const defineProcess = <State, const Defs extends readonly EventDefinition[]>(
  definition: ProcessDefinition<State, Defs>,
): ProcessDefinition<State, Defs> & Process => definition as ProcessDefinition<State, Defs> & Process;
