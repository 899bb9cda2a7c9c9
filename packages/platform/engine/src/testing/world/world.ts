import { newId } from '@waybill/kernel';
import type { CommandRequest } from '../../command/request.ts';
import type { AnyAggregate } from '../../define/aggregate.ts';
import { type Duration, later } from '../../define/duration.ts';
import type { Recorded } from '../../define/event.ts';
import type { Module } from '../../define/module.ts';
import type { KnownInstance } from '../../process/react-batch.ts';
import { createRegistry } from '../../registry.ts';
import type { Chance } from './chance.ts';
import { type Answer, createWorldCommands, emptyStreams } from './world-commands.ts';
import { createWorldOutbox } from './world-outbox.ts';
import { createWorldProcess } from './world-process.ts';

/** Modules at work in memory: their own deciders, joint commands, preparations and processes, under a clock that is set by hand. */
export interface World {
  /** All events, in order. */
  readonly log: readonly Recorded[];
  now(): Date;
  history(streamId: string): Promise<readonly Recorded[]>;
  /** A person's command. The same id again has the first outcome. */
  send(type: string, data: CommandRequest['data'], options?: SendOptions): Promise<Answer>;
  state(aggregate: AnyAggregate, id: string): Promise<unknown>;
  /**
   * One step of what is to be done, chosen by chance: a process takes an event (perhaps twice), a command of the outbox is
   * sent (and perhaps again, as if the sender had been killed), timers fire (perhaps twice). False where nothing is to be
   * done.
   */
  step(chance: Chance): Promise<boolean>;
  /** Steps until nothing is to be done; throws where that never comes. */
  rest(chance: Chance): Promise<void>;
  /** Time goes by; what it makes due is done by steps. */
  pass(duration: Duration): void;
  /** Goes to when something is due next. False where nothing ever is. */
  passToNextDue(): boolean;
  /** Commands whose aggregate answers "not yet". */
  waiting(): readonly { readonly type: string; readonly data: object; readonly reason: string }[];
  instances(process: string): ReadonlyMap<string, KnownInstance>;
  readonly processes: readonly string[];
}

export interface SendOptions {
  readonly commandId?: string;
  /** When it happened, if not now. */
  readonly occurredAt?: Date;
}

export interface WorldOptions {
  /** Made with a look at the streams of this world, for what is asked of the rest of the house. */
  readonly modules: (history: World['history']) => readonly Module[];
  readonly startsAt: Date;
  /** One in so many steps is met by a crash (default 8; 0 for none). */
  readonly crashes?: number;
}

const ana = { kind: 'user', id: 'ana', name: 'Ana' } as const;
/** Steps after which a world that is still busy runs in a circle. */
const MOST_STEPS = 20_000;

export const createWorld = ({ modules, startsAt, crashes = 8 }: WorldOptions): World => {
  let now = startsAt;
  const clock = { now: () => now };
  const streams = emptyStreams();
  const log = streams.events;
  const wired = modules((streamId) => streams.history(streamId));
  const registry = createRegistry(wired);
  const execute = createWorldCommands({ streams, registry, clock });
  const outbox = createWorldOutbox(registry, execute, () => log.length);
  const processes = wired
    .flatMap((module) => module.processes ?? [])
    .map((process) => createWorldProcess(process, log, (sent) => outbox.add(process, sent)));

  const step = async (chance: Chance): Promise<boolean> => {
    const behind = processes.filter((process) => process.isBehind());
    const due = processes.filter((process) => process.isDue(now));
    const ready = outbox.ready();
    const choice = chance(behind.length + due.length + ready.length);
    const crash = crashes > 0 && chance(crashes) === 0;
    const key = ready[choice - behind.length - due.length];
    if (choice < behind.length) behind[choice]?.takeNext(crash);
    else if (key !== undefined) await outbox.send(key, crash);
    else due[choice - behind.length]?.fire(now, crash);
    return behind.length + due.length + ready.length > 0;
  };

  return {
    log,
    now: () => now,
    history: (streamId) => streams.history(streamId),
    send: (type, data, { commandId = newId(), ...options } = {}) =>
      execute({ type, data, actor: ana, commandId, ...options }),
    state: async (aggregate, id) => (await streams.states.load(aggregate, id)).state,
    step,
    async rest(chance) {
      for (let steps = 0; await step(chance); steps += 1)
        if (steps > MOST_STEPS) throw new Error(`The world never comes to rest: ${log.length} events by now`);
    },
    pass(duration) {
      now = later(now, duration);
    },
    passToNextDue() {
      const [next] = processes.flatMap((process) => process.nextDue() ?? []).sort();
      if (next === undefined) return false;
      now = new Date(Math.max(now.getTime(), new Date(next).getTime()));
      return true;
    },
    waiting: outbox.waiting,
    instances(name) {
      const found = processes.find(({ process }) => process.name === name);
      if (!found) throw new Error(`No process is named ${name}`);
      return found.instances;
    },
    processes: processes.map(({ process }) => process.name),
  };
};
