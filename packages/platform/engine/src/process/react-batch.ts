import { EventFromTheFuture } from '../contracts/event-from-the-future.ts';
import type { CommandMessage } from '../define/command.ts';
import { later } from '../define/duration.ts';
import type { Recorded } from '../define/event.ts';
import type { Process, TimerWish } from '../define/process.ts';
import { type CommandRefused, engineEvents, isRefusalOf } from './command-refused.ts';
import type { Instance } from './instance.ts';
import { type Input, instantOf, reactTo, type Step } from './react.ts';

/** An instance as it was read. `cause`: its last event, which whatever a timer leads to goes back to. */
export interface KnownInstance extends Instance {
  /** Of its last event. */
  readonly position: number;
  readonly cause?: { readonly eventId: string; readonly correlationId: string };
}

/** A command that an instance wishes for, with what its id is derived from. */
export interface Sent {
  readonly instance: string;
  readonly inputId: string;
  readonly index: number;
  readonly attempt: number;
  readonly message: CommandMessage;
  readonly position: number;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly occurredAt: Date;
}

/** A timer as it stands after a batch: set, or gone. */
export interface TimerChange {
  readonly instance: string;
  readonly name: string;
  /** Null: it is cancelled. */
  readonly dueAt: Date | null;
  readonly setBy: string;
  readonly position: number;
}

export interface Reactions {
  readonly instances: ReadonlyMap<string, KnownInstance>;
  readonly sent: readonly Sent[];
  readonly timers: readonly TimerChange[];
}

/** Whether an event is for this process: refusals of other processes' commands are not. */
export const concerns = (process: Process, event: Recorded): boolean =>
  event.type !== engineEvents.CommandRefused.type || isRefusalOf(process.name, event);

/** The instance that an event belongs to. */
export const instanceOf = (process: Process, event: Recorded): string =>
  isRefusalOf(process.name, event) ? (event as Recorded<CommandRefused>).data.instance : process.instance(event);

export const unstarted = (process: Process): KnownInstance => ({
  state: process.initial,
  waits: {},
  refused: [],
  cancelled: false,
  parkError: null,
  parked: [],
  position: 0,
});

const causeOf = (input: Input, known: KnownInstance) => {
  if (input.kind === 'event') {
    const { eventId, correlationId, occurredAt, position } = input.event;
    return { inputId: eventId, correlationId, causationId: eventId, occurredAt, position };
  }
  const { id, firedAt } = input.timer;
  const { eventId = null, correlationId = id } = known.cause ?? {};
  return { inputId: id, correlationId, causationId: eventId, occurredAt: firedAt, position: known.position };
};

const dueOf = (wish: Exclude<TimerWish, { readonly cancel: string }>, at: Date): Date =>
  'dueAt' in wish ? wish.dueAt : later(at, wish.after);

/**
 * One input, or what parks the instance: then its events wait for a person, and a timer is set again for when it goes on.
 * @throws EventFromTheFuture: nothing is wrong with the instance; a worker that knows the event takes it.
 */
const reactOrPark = (process: Process, known: KnownInstance, input: Input): Step => {
  const wait = (parkError: string): Step => {
    const parked = input.kind === 'event' ? [...known.parked, input.event.position] : known.parked;
    const timers = input.kind === 'timer' ? [{ set: input.timer.name, dueAt: input.timer.dueAt }] : [];
    return { instance: { ...known, parkError, parked }, commands: [], timers };
  };
  if (known.parkError !== null && !known.cancelled) return wait(known.parkError);
  try {
    return reactTo(process, known, input);
  } catch (error) {
    if (error instanceof EventFromTheFuture) throw error;
    return wait(error instanceof Error ? error.message : String(error));
  }
};

/** Feeds inputs to the instances they concern: what these become, and the commands in the order they were wished for. Pure. */
export const reactToBatch = (
  process: Process,
  before: ReadonlyMap<string, KnownInstance>,
  inputs: readonly { readonly instance: string; readonly input: Input }[],
): Reactions => {
  const instances = new Map<string, KnownInstance>();
  const timers = new Map<string, TimerChange>();
  const sent: Sent[] = [];
  for (const { instance, input } of inputs) {
    const known = instances.get(instance) ?? before.get(instance) ?? unstarted(process);
    const step = reactOrPark(process, known, input);
    const cause = causeOf(input, known);
    const { inputId, position, correlationId } = cause;
    const last = input.kind === 'event' ? { eventId: inputId, correlationId } : known.cause;
    instances.set(instance, { ...step.instance, position, ...(last ? { cause: last } : {}) });
    for (const [index, message] of step.commands.entries()) {
      const occurredAt = message.occurredAt === undefined ? cause.occurredAt : new Date(message.occurredAt);
      sent.push({ instance, ...cause, index, attempt: 1, message, occurredAt });
    }
    for (const wish of step.timers) {
      const name = 'cancel' in wish ? wish.cancel : wish.set;
      const dueAt = 'cancel' in wish ? null : dueOf(wish, instantOf(input));
      timers.set(`${instance} ${name}`, { instance, name, dueAt, setBy: inputId, position });
    }
  }
  return { instances, sent, timers: [...timers.values()] };
};
