import type { Hint } from '@waybill/queue';

/** Who is told of a look, and which topics each waits for; all, where there are none. */
export type Interested = Map<() => void, readonly string[] | undefined>;

/** Whether anybody waits for what a hint is about. */
export const concerns = (hint: Hint, ...groups: readonly Interested[]): boolean =>
  groups.some((interested) => {
    if (!hint.topic) return interested.size > 0;
    for (const topics of interested.values()) if (!topics || topics.includes(hint.topic)) return true;
    return false;
  });
