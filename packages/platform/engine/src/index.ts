export type { Actor, ExpectedVersion } from '@waybill/event-store';
export { foldStream } from './command/fold-on.ts';
export type { LateFact, Remedy } from './command/late-facts.ts';
export { engineRefusals, IdempotencyConflict, InvalidInput } from './command/refusals.ts';
export type { CommandOutcome, CommandRequest } from './command/request.ts';
export type { Chore } from './consume/chore.ts';
export type { Consumer, Drained } from './consume/consumer.ts';
export type { Comparison } from './consume/generations/comparison.ts';
export { liveTables, wantedOf } from './consume/generations/live-tables.ts';
export type { GenerationState, ProjectionState, ShardState } from './consume/generations/read-states.ts';
export type { Rebuilds } from './consume/generations/rebuilds.ts';
export type { Parking, Replayed } from './consume/parking/parking.ts';
export { type CountersRead, createCounterReader, type ReadCounters } from './consume/redis/counter-reader.ts';
export type { RedisPort } from './consume/redis/redis-port.ts';
export { EventFromTheFuture } from './contracts/event-from-the-future.ts';
export { InformationNotRecorded } from './contracts/information-not-recorded.ts';
export { isUnknown, orNull, orUnknown, UNKNOWN, type Unknown } from './contracts/unknown.ts';
export { createEngine, type Engine, type EngineOptions } from './create-engine.ts';
export {
  type Aggregate,
  type AnyAggregate,
  type DecisionContext,
  defineAggregate,
  streamOf,
} from './define/aggregate.ts';
export {
  type CommandData,
  type CommandDefinition,
  type CommandMessage,
  command,
  defineCommands,
  send,
} from './define/command.ts';
export { type Counters, defineCounters } from './define/counters.ts';
export type { Duration } from './define/duration.ts';
export { defineEffect, type Effect, type EffectPorts } from './define/effect.ts';
export {
  type AnyEvent,
  defineEvents,
  type EventDefinition,
  type EventFrom,
  type EventOf,
  type EventVersions,
  event,
  type Recorded,
} from './define/event.ts';
export { defineJointCommand, type JointCommand } from './define/joint-command.ts';
export type { Module, Prepare } from './define/module.ts';
export { personal } from './define/personal.ts';
export {
  defineProcess,
  type Process,
  type Reaction,
  type TimerFired,
  type TimerWish,
  type Wait,
} from './define/process.ts';
export { defineProjection, type Projection } from './define/projection.ts';
export { type FoldedRow, foldRows } from './fork/fold-rows.ts';
export type { Preview, PreviewedCommand } from './fork/preview.ts';
export { type Lag, readLag } from './freshness/read-lag.ts';
export { type Moment, NoSuchMoment, type StateThen } from './moments/moment.ts';
export { type CommandRefused, engineEvents } from './process/command-refused.ts';
export {
  type ListedCommand,
  type ListedTimer,
  type ListedWait,
  PROCESS_STATUSES,
  type ProcessInstance,
  type ProcessStatus,
} from './process/desk/instance-row.ts';
export type { InstanceFilter } from './process/desk/list-instances.ts';
export type { ProcessOverview } from './process/desk/overview.ts';
export type { ProcessDesk, Retried } from './process/desk/process-desk.ts';
export { NothingToRetry, ProcessHasEnded, ProcessInstanceUnknown, processRefusals } from './process/desk/refusals.ts';
export type { RefusedCommand } from './process/instance.ts';
export type { EnqueueAnswer } from './queue/enqueue.ts';
export type { Enqueued, EnqueueOptions, QueueStatus } from './queue/queued-command.ts';
export { CommandCancelled, CommandNotQueued } from './queue/refusals.ts';
