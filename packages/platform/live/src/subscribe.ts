import type { Audience } from './audience.ts';
import { type Change, cursorOf, positionOf, type TooLongAway } from './change.ts';
import { type FeedFollower, toChanges } from './follow-feed.ts';
import { isFarBehind, lastDrawn } from './read-progress.ts';

export interface ChangesOptions {
  /** First everything since this cursor, then live; from now on, when left out. */
  readonly after?: string | null;
  /** Projections by name; all, when left out. */
  readonly topics?: readonly string[] | null;
  /** Only changes of these aggregates, or of rows with these keys. */
  readonly ids?: readonly string[] | null;
}

export interface SubscriptionPorts extends FeedFollower {
  readonly maxCatchUp: number;
  readonly look: () => Promise<void>;
  readonly subscribers: Audience;
  readonly ended: () => boolean;
}

/** How far this subscription can be served by now. */
const reachOf = ({ visibility, window }: SubscriptionPorts, topics: readonly string[] | undefined): number =>
  Math.min(visibility.visible(topics), window.end);

/** Changes taken at once from the shared window, and events from the store. All a subscriber ever holds. */
const SLICE = 256;

/**
 * A subscription is a cursor. While it is within the hub's window it takes from there; when it is behind (a client that
 * comes back, or is slow) it reads the store until it is near again. So a subscriber holds no buffer of its own, what
 * was missed and what comes live are one sequence by position, and any process can go on from any cursor.
 */
async function* follow(
  ports: SubscriptionPorts,
  options: ChangesOptions,
  begun: Promise<number>,
  paused: () => Promise<void>,
) {
  const { pool, store, topics, visibility, window, maxCatchUp, ended } = ports;
  const names = options.topics ?? undefined;
  const types = names ? topics.typesOf(names) : null;
  const wantedTypes = types && new Set(types);
  const wantedIds = options.ids ? new Set(options.ids) : null;
  const wanted = (change: Change): boolean =>
    (!wantedTypes || wantedTypes.has(change.event)) &&
    (!wantedIds || wantedIds.has(change.aggregateId) || change.keys.some((key) => wantedIds.has(key)));
  const reach = () => reachOf(ports, names);

  let cursor = await begun;
  if (cursor > visibility.watermark && cursor > (await lastDrawn(pool))) {
    // A cursor of another log: the data was made anew since.
    cursor = reach();
    yield { kind: 'too-long-away', cursor: cursorOf(cursor) } satisfies TooLongAway;
  }

  while (!ended()) {
    const until = reach();
    if (cursor >= until) {
      await paused();
    } else if (cursor >= window.start) {
      const slice = window.between(cursor, until, SLICE);
      cursor = slice.length < SLICE ? until : (slice.at(-1)?.position ?? until);
      yield* slice.filter(wanted);
    } else if (await isFarBehind(pool, cursor, until, types, maxCatchUp)) {
      cursor = until;
      yield { kind: 'too-long-away', cursor: cursorOf(cursor) } satisfies TooLongAway;
    } else {
      const page = await store.feed(cursor, { limit: SLICE, ...(types ? { types } : {}) });
      const events = page.events.filter(({ position }) => position <= until);
      cursor =
        page.events.length < SLICE || events.length < page.events.length ? until : (events.at(-1)?.position ?? until);
      yield* (await toChanges(events, ports)).filter(wanted);
    }
  }
}

/** Subscribes at once, not on the first `next`: what happens meanwhile is not missed. */
export const subscribe = (
  ports: SubscriptionPorts,
  options: ChangesOptions,
): AsyncIterableIterator<Change | TooLongAway> => {
  if (options.after != null) positionOf(options.after);
  if (options.topics) ports.topics.typesOf(options.topics);
  let advanced = true;
  let stopped = false;
  let resume: (() => void) | undefined;
  const advance = () => {
    advanced = true;
    resume?.();
  };
  const paused = async () => {
    if (!advanced && !stopped && !ports.ended()) {
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
    }
    advanced = false;
  };
  const depart = ports.subscribers.join(options.topics ?? undefined, advance);

  // Subscribed already: this look reads with this subscriber in mind, so nothing falls between.
  const begun = ports
    .look()
    .then(() => (options.after == null ? reachOf(ports, options.topics ?? undefined) : positionOf(options.after)));
  begun.catch(() => undefined); // the first `next` tells
  const changes = follow({ ...ports, ended: () => stopped || ports.ended() }, options, begun, paused);
  const leave = () => {
    stopped = true;
    depart();
    resume?.();
  };
  // A generator's own return() waits behind a pending next(); a client that left is not waited for.
  return {
    async next() {
      try {
        const result = await changes.next();
        if (result.done) leave();
        return result;
      } catch (error) {
        leave();
        throw error;
      }
    },
    async return() {
      leave();
      return { done: true, value: undefined };
    },
    async throw(error) {
      leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
