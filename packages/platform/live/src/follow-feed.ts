import type { Recorded } from '@waybill/engine';
import type { EventStore, RecordedEvent } from '@waybill/event-store';
import type { Pool } from 'pg';
import { type Change, changeOf } from './change.ts';
import { readCheckpoints, readNewest } from './read-progress.ts';
import type { Topics } from './topics.ts';
import type { Visibility } from './visibility.ts';
import type { Window } from './window.ts';

export type Decode = (events: readonly RecordedEvent[]) => Promise<readonly Recorded[]>;

export interface FeedFollower {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'feed' | 'watermark'>;
  readonly decode: Decode;
  readonly topics: Topics;
  readonly visibility: Visibility;
  readonly window: Window;
}

const PAGE = 500;

/**
 * Stored events as changes. Only what some view follows is decoded: its keys may depend on the data. So an event type
 * that a newer version of this system writes does not stop an older one.
 */
export const toChanges = async (
  events: readonly RecordedEvent[],
  { decode, topics }: Pick<FeedFollower, 'decode' | 'topics'>,
): Promise<readonly Change[]> => {
  const followed = await decode(events.filter(({ type }) => topics.following(type).length > 0));
  const changes = new Map(followed.map((event) => [event.position, topics.change(event)]));
  return events.map((event) => changes.get(event.position) ?? changeOf(event, [], []));
};

/** Reads every new event once, for all subscribers. */
const readEvents = async (follower: FeedFollower): Promise<void> => {
  const { store, visibility, window } = follower;
  for (let full = true; full; ) {
    const page = await store.feed(window.end, { limit: PAGE });
    full = page.events.length === PAGE;
    const end = full ? (page.events.at(-1)?.position ?? window.end) : Math.max(window.end, page.watermark);
    const changes = await toChanges(page.events, follower);
    for (const { type, position } of page.events) visibility.happened(type, position);
    window.extend(changes, end);
    visibility.complete(end);
  }
};

/** Without subscribers nobody needs the events, only where the newest of each kind stands. */
const readNewestOnly = async ({ pool, store, topics, visibility, window }: FeedFollower): Promise<void> => {
  const watermark = await store.watermark();
  for (const { type, position } of await readNewest(pool, topics.types, watermark)) visibility.happened(type, position);
  window.clear(Math.max(watermark, window.end));
  visibility.complete(watermark);
};

/** One look at the log and at the checkpoints. */
export const lookAtFeed = async (follower: FeedFollower, withEvents: boolean): Promise<void> => {
  const { pool, topics, visibility } = follower;
  const [checkpoints] = await Promise.all([
    readCheckpoints(pool, topics.projections),
    withEvents ? readEvents(follower) : readNewestOnly(follower),
  ]);
  for (const [topic, position] of checkpoints) visibility.folded(topic, position);
};
