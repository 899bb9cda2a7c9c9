import { Queue } from 'bullmq';
import { type Log, silent } from './log.ts';
import { connect, PATIENT } from './redis.ts';

export const DRAIN_QUEUE = 'drain';
/** A hash tag per queue: the keys of one queue stay together on a cluster, those of two need not. */
export const drainPrefix = (installation: string): string => `{${installation}.drain}`;

/** The queue as it is now. */
export interface DrainQueueState {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  /** Worker processes that are connected. */
  readonly workers: number;
}

/** The queue of signals: a job says "there may be something" for one consumer, and nothing else. */
export interface DrainQueue {
  /** One job per consumer waits at most. Throws when Redis is away: the caller goes on by itself. */
  signal(consumer: string): Promise<void>;
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Undefined while Redis does not answer. */
  look(): Promise<DrainQueueState | undefined>;
  close(): Promise<void>;
}

export interface DrainQueueOptions {
  readonly log?: Log;
  /** Installations that share a Redis give different names. */
  readonly installation?: string;
}

/** Job and deduplication ids hold no colon. */
const idOf = (consumer: string): string => consumer.replaceAll(':', '.');

/** Fails after a second: a Redis that hangs is away. */
const inTime = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error('Redis does not answer; what was asked of it may be done or not')),
      1_000,
    );
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

export const createDrainQueue = (redisUrl: string, options: DrainQueueOptions = {}): DrainQueue => {
  const { log = silent, installation = 'waybill' } = options;
  const connection = connect(redisUrl, 'drain-queue', PATIENT, log); // BullMQ greets Redis once, whenever that is up
  const queue = new Queue(DRAIN_QUEUE, { connection, prefix: drainPrefix(installation), skipWaitingForReady: true });
  queue.on('error', () => undefined); // the connection says it once per outage
  return {
    async signal(consumer) {
      if (connection.status !== 'ready') throw new Error('Redis is away: the job cannot be queued');
      const deduplication = { id: idOf(consumer) };
      await inTime(queue.add(consumer, {}, { deduplication, removeOnComplete: true, removeOnFail: true }));
    },
    counts: () => queue.getJobCounts('wait', 'active', 'delayed', 'failed'),
    async look() {
      if (connection.status !== 'ready') return undefined;
      try {
        const [counts, workers] = await inTime(
          Promise.all([queue.getJobCounts('wait', 'active', 'delayed', 'failed'), queue.getWorkersCount()]),
        );
        const { wait: waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
        return { name: DRAIN_QUEUE, waiting, active, delayed, failed, workers };
      } catch (error) {
        log.warn({ err: error }, 'The queue of jobs could not be looked at');
        return undefined;
      }
    },
    async close() {
      if (connection.status === 'ready') await queue.close();
      connection.disconnect();
    },
  };
};
