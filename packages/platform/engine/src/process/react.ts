import type { CommandMessage } from '../define/command.ts';
import { later } from '../define/duration.ts';
import type { Recorded } from '../define/event.ts';
import type { Process, Reaction, TimerFired, TimerWish } from '../define/process.ts';
import { type CommandRefused, isRefusalOf } from './command-refused.ts';
import type { Instance, RefusedCommand, Waiting } from './instance.ts';

/** What an instance reacts to. */
export type Input =
  | { readonly kind: 'event'; readonly event: Recorded }
  | { readonly kind: 'timer' | 'deadline'; readonly timer: TimerFired };

/** What became of an instance by one input. */
export interface Step {
  readonly instance: Instance;
  readonly commands: readonly CommandMessage[];
  readonly timers: readonly TimerWish[];
}

/** When an input counts as having come: what deadlines and timers are counted from. */
export const instantOf = (input: Input): Date =>
  input.kind === 'event' ? input.event.recordedAt : input.timer.firedAt;

/** The waits of a state: those that go on keep their deadlines, new ones count from `at`. Pure. */
export const judge = (process: Process, state: unknown, before: Instance['waits'], at: Date): Instance['waits'] => {
  const waits: Record<string, Waiting> = {};
  for (const name of process.waiting(state)) {
    const wait = process.waits[name];
    if (!wait) throw new Error(`${process.name} waits for ${name}, which is none of its waits`);
    const dueAt = later(at, wait.deadline).toISOString();
    waits[name] = before[name] ?? { since: at.toISOString(), dueAt, lateAt: null };
  }
  return waits;
};

const nothing = (instance: Instance): Step => ({ instance, commands: [], timers: [] });

const refusedBy = (refusal: Recorded<CommandRefused>): RefusedCommand => {
  const { commandId, command, code, reason, inputId, index, attempt } = refusal.data;
  return { commandId, command, code, reason, inputId, index, attempt, at: refusal.recordedAt.toISOString() };
};

const reactionTo = (process: Process, { state, waits }: Instance, input: Input): Reaction<unknown> | 'trouble' => {
  if (input.kind === 'event') {
    if (!isRefusalOf(process.name, input.event)) return process.react(state, input.event);
    return process.onRefusal?.(state, input.event) ?? 'trouble';
  }
  const { timer } = input;
  if (input.kind === 'timer') {
    if (!process.onTimer) throw new Error(`${process.name} sets the timer ${timer.name}, and has no onTimer for it`);
    return process.onTimer(state, timer);
  }
  // A deadline of a wait that is over, or that newer code does not know.
  const late = waits[timer.name] ? process.waits[timer.name]?.late : undefined;
  return typeof late === 'function' ? late(state, timer) : { state };
};

/** Feeds one input to an instance. Pure. */
export const reactTo = (process: Process, before: Instance, input: Input): Step => {
  if (before.cancelled) return nothing(before);
  const reaction = reactionTo(process, before, input);
  if (reaction === 'trouble') {
    const refused = input.kind === 'event' && isRefusalOf(process.name, input.event) ? [refusedBy(input.event)] : [];
    return nothing({ ...before, refused: [...before.refused, ...refused] });
  }
  const at = instantOf(input);
  const passed = input.kind === 'deadline' ? before.waits[input.timer.name] : undefined;
  const known =
    passed && input.kind === 'deadline'
      ? { ...before.waits, [input.timer.name]: { ...passed, lateAt: at.toISOString() } }
      : before.waits;
  const waits = judge(process, reaction.state, known, at);
  return {
    instance: { ...before, state: reaction.state, waits },
    commands: reaction.commands ?? [],
    timers: reaction.timers ?? [],
  };
};
