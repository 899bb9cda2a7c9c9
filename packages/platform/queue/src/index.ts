export type { Consumer, Drained } from './consumer.ts';
export { createDrainQueue, type DrainQueue, type DrainQueueOptions } from './drain-queue.ts';
export {
  createDrainWorkers,
  type DrainProgress,
  type DrainWorkers,
  type DrainWorkersOptions,
  type DrainWorkersStatus,
} from './drain-workers.ts';
export type { Hint, HintKind } from './hint.ts';
export type { Log } from './log.ts';
export { connectStore } from './redis.ts';
export { type RunningChores, runChores } from './run-chores.ts';
export { createWakeUps, type WakeUpOptions, type WakeUpStats, type WakeUps } from './wake-ups.ts';
