import type { Projection } from '@waybill/engine';
import type { EventStore } from '@waybill/event-store';
import type { Log, WakeUps } from '@waybill/queue';
import type { Pool } from 'pg';
import { createAudience } from './audience.ts';
import type { Change, TooLongAway } from './change.ts';
import { type Decode, lookAtFeed } from './follow-feed.ts';
import { concerns, type Interested } from './interest.ts';
import { createLag } from './lag.ts';
import { sharedNext } from './shared-next.ts';
import { type ChangesOptions, subscribe } from './subscribe.ts';
import { createTopics } from './topics.ts';
import { createVisibility } from './visibility.ts';
import { createWindow } from './window.ts';

export interface LiveHubOptions {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'feed' | 'watermark'>;
  /** Only `decode` of the engine is used. */
  readonly engine: { readonly decode: Decode };
  readonly projections: readonly Projection[];
  readonly wakeUps: Pick<WakeUps, 'onHint'>;
  readonly log?: Pick<Log, 'warn'>;
  /** Changes kept for all subscribers together; who is further behind reads the store. */
  readonly windowSize?: number;
  /** Who missed more events than this is told so, instead of getting them one by one. */
  readonly maxCatchUp?: number;
}

export interface TopicStatus {
  readonly topic: string;
  readonly checkpoint: number;
  readonly visible: number;
  /** The newest event of its types. */
  readonly newest: number;
  /** How old its rows may be, and are (ms). */
  readonly freshness: number;
  readonly lagMs: number;
}

export interface LiveStatus {
  readonly watermark: number;
  readonly subscribers: number;
  /** Waiting to read their own writes. */
  readonly waiting: number;
  /** Changes held in memory. */
  readonly held: number;
  readonly topics: readonly TopicStatus[];
}

/** One per API process: knows how far each view can be read, and hands every change to its subscribers. */
export interface LiveHub {
  /** Every change after the cursor (or from now on), once, in order; topics are projections' names, ids aggregates' or rows'. */
  changes(options?: ChangesOptions): AsyncIterableIterator<Change | TooLongAway>;
  /** The position up to which these views (all, when left out) show everything. As of the last look. */
  visible(topics?: readonly string[]): number;
  /** Waits until these views show everything up to `position`; false when they did not within `ms`. */
  waitVisible(position: number, topics: readonly string[] | undefined, ms: number): Promise<boolean>;
  /** Looks now, and not only on the next hint. */
  refresh(): Promise<void>;
  status(): LiveStatus;
  close(): Promise<void>;
}

/** Looks at least this often (ms), whatever the hints said; sooner while somebody waits for his own write. */
const SWEEP = 900;
const SWEEP_WAITED_FOR = 100;
/** A commit alone shows nothing new: its projection follows within milliseconds, and hints again. */
const PATIENCE = 50;
/** Looks are at least so far apart (ms): under load one look serves many commits. */
const GAP = 2;

/** The hub of one process; `close` it before the pool. */
export const createLiveHub = (options: LiveHubOptions): LiveHub => {
  const { pool, store, engine, projections, wakeUps, log, windowSize = 5_000, maxCatchUp = 10_000 } = options;
  const topics = createTopics(projections);
  const visibility = createVisibility(topics);
  const window = createWindow(windowSize);
  const lag = createLag();
  const subscribers = createAudience((names) => Math.min(visibility.visible(names), window.end));
  const waiters: Interested = new Map();
  const follower = { pool, store, decode: engine.decode, topics, visibility, window };
  // The first look finds out where the log stands; from there on it is followed.
  let primed = false;
  let closed = false;
  let sweep: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;

  const look = sharedNext(async () => {
    if (closed) return;
    await lookAtFeed(follower, primed && subscribers.size > 0);
    primed = true;
    lag.seen(visibility.watermark, Date.now());
    subscribers.tell();
    for (const check of [...waiters.keys()]) check();
  }, GAP);

  const tryLook = () => {
    clearTimeout(patience);
    patience = undefined;
    look().catch((error: unknown) => {
      if (!closed) log?.warn({ err: error }, 'The live hub could not look at the feed; it tries again');
    });
  };
  const sweepOn = () => {
    clearTimeout(sweep);
    if (closed) return;
    sweep = setTimeout(
      () => {
        tryLook();
        sweepOn();
      },
      waiters.size > 0 ? SWEEP_WAITED_FOR : SWEEP,
    );
  };
  const forget = wakeUps.onHint((hint) => {
    if (!concerns(hint, subscribers.interests, waiters)) return;
    if (hint.kind === 'projected') tryLook();
    else if (hint.kind === 'committed') patience ??= setTimeout(tryLook, PATIENCE);
  });
  tryLook();
  sweepOn();

  const waitVisible: LiveHub['waitVisible'] = async (position, names, ms) => {
    const reached = () => visibility.visible(names) >= position;
    if (names) topics.typesOf(names);
    if (reached()) return true;
    return new Promise((resolve) => {
      const end = (result: boolean) => {
        clearTimeout(timer);
        waiters.delete(check);
        resolve(result);
      };
      const check = () => {
        if (reached()) end(true);
        else if (closed) end(false);
      };
      const timer = setTimeout(() => end(reached()), ms);
      waiters.set(check, names);
      if (waiters.size === 1) sweepOn();
      tryLook();
    });
  };

  return {
    changes: (wanted = {}) => subscribe({ ...follower, maxCatchUp, look, subscribers, ended: () => closed }, wanted),
    visible: (names) => {
      if (names) topics.typesOf(names);
      return visibility.visible(names);
    },
    waitVisible,
    refresh: look,
    status: () => ({
      watermark: visibility.watermark,
      subscribers: subscribers.size,
      waiting: waiters.size,
      held: window.length,
      topics: topics.names.map((topic) => {
        const figures = visibility.topic(topic);
        const behind = figures.visible < figures.newest;
        const lagMs = behind ? lag.of(figures.visible, Date.now()) : 0;
        return { topic, ...figures, freshness: topics.freshness.get(topic) ?? 0, lagMs };
      }),
    }),
    async close() {
      closed = true;
      forget();
      clearTimeout(sweep);
      clearTimeout(patience);
      subscribers.tellAll();
      for (const check of [...waiters.keys()]) check();
      await look().catch(() => undefined); // a look that is under way ends before the pool does
    },
  };
};
