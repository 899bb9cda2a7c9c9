import type { Actor, EventStore, RecordedEvent } from '@waybill/event-store';
import { createSnapshotStore } from '@waybill/event-store/snapshots';
import { tickingChore } from '@waybill/event-store/ticks';
import { type Clock, newId, type Refusal, systemClock } from '@waybill/kernel';
import type { Pool } from 'pg';
import { createExecute } from './command/execute.ts';
import { createNoteLate, type LateFact, type Remedy } from './command/late-facts.ts';
import type { CommandOutcome, CommandRequest } from './command/request.ts';
import { createSnapshotWriter } from './command/snapshot-writer.ts';
import { createStateStore } from './command/state-store.ts';
import { createStreamQueue } from './command/stream-queue.ts';
import type { Chore } from './consume/chore.ts';
import type { Consumer } from './consume/consumer.ts';
import { createFeedWindow } from './consume/feed-window.ts';
import { generationsChore } from './consume/generations/generations-chore.ts';
import { knownGenerations } from './consume/generations/known-generations.ts';
import { createRebuilds, type Rebuilds } from './consume/generations/rebuilds.ts';
import { LANES, type OutboxPatience, outboxConsumer } from './consume/outbox.ts';
import { createParking, type Parking } from './consume/parking/parking.ts';
import { processConsumer } from './consume/process-consumer.ts';
import { projectionConsumer } from './consume/projection-consumer.ts';
import { counterConsumer } from './consume/redis/counter-consumer.ts';
import type { RedisPort } from './consume/redis/redis-port.ts';
import type { Recorded } from './define/event.ts';
import type { Module } from './define/module.ts';
import type { Projection } from './define/projection.ts';
import { effectConsumer } from './effects/effect-consumer.ts';
import { createEventCodec } from './event-codec.ts';
import type { RunPreview } from './fork/preview.ts';
import { createPreview } from './fork/run-preview.ts';
import { freshnessChore } from './freshness/freshness-chore.ts';
import { createPositionAt, type PositionAt } from './moments/position-at.ts';
import { createStateAt, type StateAt } from './moments/state-at.ts';
import { createKeyRing } from './personal/key-ring.ts';
import { deriveKeys } from './personal/master-key.ts';
import { createProcessDesk, type ProcessDesk } from './process/desk/process-desk.ts';
import { timersChore } from './process/fire-timers.ts';
import { createCancelQueued, retryQueued } from './queue/cancel-queued.ts';
import { commandQueue } from './queue/command-queue.ts';
import { createEnqueue, type EnqueueAnswer } from './queue/enqueue.ts';
import type { EnqueueOptions } from './queue/queued-command.ts';
import { createRequestSealer } from './queue/seal-request.ts';
import { createRegistry } from './registry.ts';

export interface EngineOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly modules: readonly Module[];
  /** The modules for a preview: they look up what they need in its fork, and draw no numbers. Left out: as they are. */
  readonly modulesOn?: (history: (streamId: string) => Promise<Recorded[]>) => readonly Module[];
  /** 32 bytes; wraps the keys of personal data and signs request hashes. */
  readonly masterKey: Buffer;
  readonly clock?: Clock;
  /** Called after each commit with the position of its last event: the moment to wake others up. */
  readonly onCommitted?: (position: number) => void;
  /** Called when commands were queued: the moment to wake the workers up. */
  readonly onQueued?: () => void;
  /**
   * A process's command was refused or failed, an effect failed, or a projection is older than it may be. Nothing is lost;
   * someone should know.
   */
  readonly onTrouble?: (trouble: Readonly<Record<string, unknown>>) => void;
  /** Where counters are kept; left out: this process does not count. */
  readonly counterStore?: RedisPort;
  /** How often a process's command is tried until it is set aside for a person. */
  readonly outboxPatience?: OutboxPatience;
  /** A fact came in that happened before something that was folded in already, and what was done about it. */
  readonly onLateFact?: (fact: LateFact) => void;
  /** Forces one way of taking late facts in; without it, the shortest that will do is gone. */
  readonly remedy?: Remedy;
  /** Names this process where consumers take turns. */
  readonly worker?: string;
}

export interface Engine {
  execute(request: CommandRequest): Promise<CommandOutcome>;
  /** Takes commands into the queue, all or none: the workers execute them, each with the same outcome as by `execute`. */
  enqueue(requests: readonly CommandRequest[], options?: EnqueueOptions): Promise<EnqueueAnswer>;
  /** Keeps a queued command from ever being executed. Undefined where that was possible; otherwise why it was not. */
  cancelQueued(commandId: string, actor: Actor): Promise<Refusal | undefined>;
  /** A queued command that had failed for good waits again. Undefined where it does; otherwise why not. */
  retryQueued(commandId: string): Promise<Refusal | undefined>;
  /** The events of one stream, readable: decrypted and of their newest version. */
  history(
    streamId: string,
    options?: { readonly fromVersion?: number; readonly toVersion?: number },
  ): Promise<Recorded[]>;
  /** The state of one aggregate as of a moment of the past. Throws `NoSuchMoment` for one that is not there. */
  readonly stateAt: StateAt;
  /** The position up to which the log was known at an instant. Throws `NoSuchMoment` for one that is not over. */
  readonly positionAt: PositionAt;
  /** What would follow if these commands were sent now, decided in memory. Nothing is stored. */
  readonly preview: RunPreview;
  /** Makes stored events readable. */
  decode(events: readonly RecordedEvent[]): Promise<Recorded[]>;
  /** Projections, processes, effects, the lanes of the outbox and of the command queue: whoever drains them does the work. */
  readonly consumers: readonly Consumer[];
  /** Periodic work of the workers. */
  readonly chores: readonly Chore[];
  /** What a person decides about events that a consumer could not take. */
  readonly parking: Parking;
  /** The projections with their generations, and what a person may do to them. */
  readonly rebuilds: Rebuilds;
  readonly modules: readonly Module[];
  /** Where people watch instances of processes, and help them. */
  readonly processes: ProcessDesk;
}

const shardsOf = ({ shards = 1 }: Projection): number[] => Array.from({ length: shards }, (_, shard) => shard);

/** Wires the modules to a store: the write side by `execute`, the read side and the processes by `consumers`. */
export const createEngine = (options: EngineOptions): Engine => {
  const { pool, store, modules, clock = systemClock, onCommitted = () => {}, worker = newId(), counterStore } = options;
  const onTrouble = options.onTrouble ?? (() => {});
  const { wrapping, requests, queue: queueKey } = deriveKeys(options.masterKey);
  const registry = createRegistry(modules);
  const keys = createKeyRing(pool, wrapping);
  const codec = createEventCodec(registry, keys);
  const snapshots = createSnapshotStore(pool);
  const positionAt = createPositionAt(pool);
  const writer = createSnapshotWriter(snapshots, (trouble) => onTrouble({ ...trouble }));
  const noteLate = createNoteLate(pool, { onLateFact: options.onLateFact ?? (() => {}), onTrouble });
  const remedy = options.remedy ? { remedy: options.remedy } : {};
  const states = createStateStore({ store, snapshots, codec, writer, noteLate, onTrouble, ...remedy });
  const queue = createStreamQueue();
  const execute = createExecute({ store, registry, codec, keys, states, queue, clock, hashKey: requests, onCommitted });

  const ports = { pool, feed: createFeedWindow(store, codec), worker, watermark: () => store.watermark() };
  const sealer = createRequestSealer(keys, queueKey);
  const generations = knownGenerations(pool);
  const projecting = {
    ...ports,
    generations,
    onRebuildFailed: (failure: object) => onTrouble({ ...failure }),
  };
  const projections = modules.flatMap((module) => module.projections ?? []);
  const running = { ...ports, codec, execute, onTrouble: (trouble: object) => onTrouble({ ...trouble }) };
  const counters = modules.flatMap((module) => module.counters ?? []);
  const patience = options.outboxPatience ? { patience: options.outboxPatience } : {};
  const processes = modules.flatMap((module) => module.processes ?? []);
  const consumers: Consumer[] = [
    ...projections.flatMap((projection) =>
      shardsOf(projection).map((shard) => projectionConsumer(projecting, projection, shard)),
    ),
    ...(counterStore ? counters.map((counted) => counterConsumer({ ...ports, redis: counterStore }, counted)) : []),
    ...processes.map((process) => processConsumer(ports, registry, process)),
    ...Array.from({ length: LANES }, (_, lane) =>
      outboxConsumer({ pool, worker, execute, onTrouble: (trouble) => onTrouble({ ...trouble }), ...patience }, lane),
    ),
    ...Array.from({ length: LANES }, (_, lane) =>
      commandQueue(
        { pool, worker, sealer, execute, knows: registry.handles, onTrouble: (trouble) => onTrouble({ ...trouble }) },
        lane,
      ),
    ),
    ...modules.flatMap((module) => module.effects ?? []).map((effect) => effectConsumer(running, effect)),
  ];

  return {
    execute,
    enqueue: createEnqueue({ pool, registry, sealer, hashKey: requests, onQueued: options.onQueued ?? (() => {}) }),
    cancelQueued: createCancelQueued({ pool, store, registry, keys, sealer }),
    retryQueued: (commandId) => retryQueued(pool, commandId),
    async history(streamId, range) {
      return codec.decode(await store.load(streamId, range));
    },
    stateAt: createStateAt({ store, snapshots, codec, positionAt }),
    positionAt,
    preview: createPreview({ pool, store, snapshots, codec, clock, modulesOn: options.modulesOn ?? (() => modules) }),
    decode: (events) => codec.decode(events),
    consumers,
    chores: [
      tickingChore(pool),
      generationsChore(pool, projections),
      freshnessChore({ pool, store, consumers, projections, onAlert: (alert) => onTrouble({ ...alert }) }),
      timersChore({ pool, clock, registry }, processes),
    ],
    rebuilds: createRebuilds(pool, store, projections, generations),
    parking: createParking({
      pool,
      codec,
      worker,
      execute,
      projections,
      effects: modules.flatMap((module) => module.effects ?? []),
      counters,
    }),
    modules,
    processes: createProcessDesk({ pool, registry, keys, codec }, processes),
  };
};
