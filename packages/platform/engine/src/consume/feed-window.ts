import type { EventStore } from '@waybill/event-store';
import type { Recorded } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';

export interface ReadablePage {
  readonly events: readonly Recorded[];
  /** Every event of interest at or under it is in the page, unless the page is full. */
  readonly watermark: number;
}

/** The feed as consumers of one process read it: decrypted, and read once for all of them. */
export interface Feed {
  after(position: number, types: readonly string[], limit: number): Promise<ReadablePage>;
}

const PAGE = 1_000;
/** Events kept for those who are a little behind. */
const KEPT = 5_000;

/**
 * Calls of one turn of the event loop share a run, and so do those that come while one is under way: it begins after
 * them, so it sees what they came for.
 */
const sharedNext = (run: () => Promise<void>) => {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = () => {
    next = undefined;
    current = run().finally(() => {
      current = undefined;
    });
    return current;
  };
  const soon = () => new Promise((resolve) => setImmediate(resolve)).then(begin);
  return (): Promise<void> => {
    next ??= current ? current.then(begin, begin) : soon();
    return next;
  };
};

/**
 * A window over the newest events. Consumers that are near the head share one read and one decryption;
 * one that is further behind (a new one, a rebuild) reads the store by its own types until it is near.
 */
export const createFeedWindow = (store: EventStore, codec: EventCodec): Feed => {
  let events: Recorded[] = [];
  // The window holds every event with start < position <= end.
  let start = -1;
  let end = -1;

  const extend = sharedNext(async () => {
    if (end < 0) {
      start = await store.watermark();
      end = start;
    }
    for (let full = true; full; ) {
      const page = await store.feed(end, { limit: PAGE });
      const readable = await codec.decode(page.events);
      full = page.events.length === PAGE;
      end = full ? (page.events.at(-1)?.position ?? end) : Math.max(end, page.watermark);
      events.push(...readable);
      if (events.length <= KEPT) continue;
      const dropped = events.length - KEPT;
      start = events[dropped - 1]?.position ?? start;
      events = events.slice(dropped);
    }
  });

  const firstAfter = (position: number): number => {
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.position ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  return {
    async after(position, types, limit) {
      await extend();
      if (position < start) {
        const page = await store.feed(position, { types, limit });
        return { events: await codec.decode(page.events), watermark: page.watermark };
      }
      const wanted = new Set(types);
      const found: Recorded[] = [];
      for (let at = firstAfter(position); at < events.length && found.length < limit; at += 1) {
        const event = events[at];
        if (event && wanted.has(event.type)) found.push(event);
      }
      return { events: found, watermark: end };
    },
  };
};
