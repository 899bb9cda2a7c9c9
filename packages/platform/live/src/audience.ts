import type { Interested } from './interest.ts';

/**
 * Everybody who follows the same views. They are told together, and only when these views have moved on: thousands who wait
 * for orders cost nothing while only deliveries change.
 */
interface Group {
  readonly topics: readonly string[] | undefined;
  readonly members: Set<() => void>;
  /** How far they could be served when they were told last. */
  reach: number;
}

export interface Audience {
  readonly size: number;
  /** One entry per group. */
  readonly interests: Interested;
  /** `advance` is called whenever there may be something new; returns how to leave. */
  join(topics: readonly string[] | undefined, advance: () => void): () => void;
  /** After a look. */
  tell(): void;
  /** Whatever there is: the hub closes. */
  tellAll(): void;
}

/** `reachOf`: how far somebody with these topics can be served by now. */
export const createAudience = (reachOf: (topics: readonly string[] | undefined) => number): Audience => {
  const groups = new Map<string, Group>();
  let size = 0;
  const all = (group: Group) => {
    for (const advance of [...group.members]) advance();
  };
  return {
    get size() {
      return size;
    },
    get interests() {
      return new Map([...groups.values()].map((group) => [() => all(group), group.topics]));
    },
    join(topics, advance) {
      const key = topics ? JSON.stringify([...new Set(topics)].sort()) : 'all';
      const group = groups.get(key) ?? { topics, members: new Set(), reach: reachOf(topics) };
      groups.set(key, group);
      group.members.add(advance);
      size += 1;
      return () => {
        if (!group.members.delete(advance)) return;
        size -= 1;
        if (group.members.size === 0 && groups.get(key) === group) groups.delete(key);
      };
    },
    tell() {
      for (const group of groups.values()) {
        const reach = reachOf(group.topics);
        if (reach === group.reach) continue;
        group.reach = reach;
        all(group);
      }
    },
    tellAll() {
      for (const group of groups.values()) all(group);
    },
  };
};
