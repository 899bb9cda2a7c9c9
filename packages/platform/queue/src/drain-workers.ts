import { type Job, Worker } from 'bullmq';
import type { Consumer, Drained } from './consumer.ts';
import { createDrainLoop, type DrainLoop } from './drain-loop.ts';
import { createDrainQueue, DRAIN_QUEUE, drainPrefix } from './drain-queue.ts';
import { gathered } from './gathered.ts';
import type { Hint } from './hint.ts';
import { type Log, silent } from './log.ts';
import { byPace, OUTBOX_PACE } from './pace.ts';
import { connect, PATIENT } from './redis.ts';
import type { WakeUps } from './wake-ups.ts';

export interface DrainProgress extends Drained {
  readonly consumer: string;
}

export interface DrainWorkersOptions {
  readonly consumers: readonly Consumer[];
  readonly redisUrl: string;
  readonly wakeUps: WakeUps;
  readonly log?: Log;
  readonly onProgress?: (progress: DrainProgress) => void;
  readonly installation?: string;
  /** Every consumer is looked at this often, whatever the hints said (ms). */
  readonly sweepMs?: number;
  /** A slice of the direct path; what is not done within it goes on as a job, in whichever worker has time. */
  readonly directMs?: number;
  readonly jobMs?: number;
}

export interface DrainWorkers {
  start(): void;
  status(): DrainWorkersStatus;
  /** Lets the running slices end, and starts no new ones. */
  close(): Promise<void>;
}

export interface DrainWorkersStatus {
  readonly drains: number;
  readonly handled: number;
  readonly jobs: number;
  readonly errors: number;
  readonly positions: Readonly<Record<string, number>>;
}

/**
 * Drains consumers in this process: at once on a hint, by a BullMQ job while there is a backlog, and by its own timer
 * in any case. Redis carries signals only, so that it may forget them all.
 */
export const createDrainWorkers = (options: DrainWorkersOptions): DrainWorkers => {
  const { consumers, redisUrl, wakeUps, log = silent, onProgress, installation = 'waybill' } = options;
  const { sweepMs = 800, directMs = 200, jobMs = 500 } = options;
  const queue = createDrainQueue(redisUrl, { log, installation });
  const counts = { drains: 0, handled: 0, jobs: 0, errors: 0 };
  const positions: Record<string, number> = {};
  const loops = new Map<string, DrainLoop>();
  const namesOf = (wanted: Consumer['kind']) => consumers.filter(({ kind }) => kind === wanted).map(({ name }) => name);
  let sweep: NodeJS.Timeout | undefined;
  let forget: (() => void) | undefined;
  let closing = false;

  const wake = (names: readonly string[]) => {
    for (const name of names) loops.get(name)?.wake();
  };

  const committed = byPace(consumers.filter(({ kind }) => kind !== 'outbox' && kind !== 'queue')).map(
    ([paceMs, names]) => gathered(() => wake(names), paceMs),
  );
  const outbox = namesOf('outbox');
  const commandQueue = namesOf('queue');
  const queued = gathered(() => wake(outbox), OUTBOX_PACE);
  const enqueued = gathered(() => wake(commandQueue), OUTBOX_PACE);

  const tellOthers = ({ name, topic = name, kind }: Consumer, drained: Drained) => {
    counts.drains += 1;
    counts.handled += drained.handled;
    positions[name] = drained.position;
    onProgress?.({ consumer: name, ...drained });
    if (drained.producedCommands) {
      wakeUps.hint(drained.position, 'queued'); // this process hears it too
    }
    if (kind === 'projection' && drained.handled > 0) wakeUps.hint(drained.position, 'projected', topic);
    if (kind === 'queue' && drained.handled > 0) wakeUps.hint(drained.position, 'completed');
  };

  const onError = (consumer: Consumer, error: unknown, failures: number) => {
    counts.errors += 1;
    log.error({ consumer: consumer.name, failures, err: error }, 'A drain failed; it is tried again');
  };

  /** A woken slice that did not get to the end goes on as a job; without Redis, by itself. */
  const onDrained = (consumer: Consumer, drained: Drained, woken: boolean) => {
    tellOthers(consumer, drained);
    if (!woken || drained.caughtUp || drained.busy || drained.handled === 0 || closing) return;
    queue.signal(consumer.name).catch(() => loops.get(consumer.name)?.wake());
  };

  for (const consumer of consumers) {
    loops.set(consumer.name, createDrainLoop(consumer, { budgetMs: directMs, onDrained, onError }));
  }

  const onHint = ({ kind }: Hint) => {
    if (kind === 'queued') queued.call();
    if (kind === 'enqueued') enqueued.call();
    if (kind === 'committed') for (const { call } of committed) call();
  };

  /** A job drains until caught up. Its key goes first: a job that dies with its worker must not swallow the next. */
  const work = async (job: Job): Promise<void> => {
    const loop = loops.get(job.name);
    if (!loop) return; // a consumer that only a newer or older version knows
    await job.removeDeduplicationKey();
    counts.jobs += 1;
    let handled = 0;
    while (!closing) {
      const drained = await loop.slice(jobMs);
      handled += drained.handled;
      await job.updateProgress({ handled, position: drained.position });
      if (drained.caughtUp || drained.busy || drained.handled === 0) return;
    }
  };

  const connection = connect(redisUrl, 'drain-worker', PATIENT, log);
  const worker = new Worker(DRAIN_QUEUE, work, {
    connection,
    prefix: drainPrefix(installation),
    autorun: false,
    skipWaitingForReady: true,
    concurrency: Math.max(1, Math.min(8, consumers.length)),
    lockDuration: 2_000,
    stalledInterval: 1_000,
    drainDelay: 1,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  worker.on('error', () => undefined); // the connection says it once per outage
  worker.on('failed', (job, error) => log.warn({ consumer: job?.name, err: error }, 'A drain job failed; swept later'));

  return {
    start() {
      forget = wakeUps.onHint(onHint);
      worker.run().catch((error: unknown) => log.error({ err: error }, 'The job worker ended; the sweep has to do'));
      wake([...loops.keys()]);
      sweep = setInterval(() => wake([...loops.keys()]), sweepMs);
    },
    status: () => ({ ...counts, positions: { ...positions } }),
    async close() {
      closing = true;
      clearInterval(sweep);
      forget?.();
      for (const { stop } of [...committed, queued, enqueued]) stop();
      await Promise.all([...loops.values()].map((loop) => loop.stop()));
      await Promise.race([
        worker.close(),
        new Promise((resolve) => setTimeout(resolve, connection.status === 'ready' ? 2_000 : 0)),
      ]);
      await queue.close();
      connection.disconnect();
    },
  };
};
