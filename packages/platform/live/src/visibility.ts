import type { Topics } from './topics.ts';

/** How far each topic can be read, from what is known of the log and of the checkpoints. */
export interface Visibility {
  /** An event of this type stands at this position. Told before the watermark that covers it. */
  happened(type: string, position: number): void;
  /** The log is complete, and told, up to here. */
  complete(watermark: number): void;
  /** A projection has folded everything up to here. */
  folded(topic: string, position: number): void;
  readonly watermark: number;
  /** The position up to which the rows of all these topics show everything; of all topics, when left out. */
  visible(topics?: readonly string[]): number;
  /** For people: a topic's own figures. */
  topic(name: string): { readonly checkpoint: number; readonly newest: number; readonly visible: number };
}

/**
 * A projection's checkpoint stands still while no event of its types comes. So: if no such event lies between checkpoint
 * and watermark, everything up to the watermark is visible, else everything up to the checkpoint.
 */
export const createVisibility = ({ names, following }: Topics): Visibility => {
  const newest = new Map<string, number>();
  const checkpoints = new Map<string, number>();
  let watermark = 0;

  const visibleOf = (topic: string): number => {
    const checkpoint = checkpoints.get(topic) ?? 0;
    return (newest.get(topic) ?? 0) > checkpoint ? checkpoint : Math.max(checkpoint, watermark);
  };

  return {
    happened(type, position) {
      for (const topic of following(type)) newest.set(topic, Math.max(position, newest.get(topic) ?? 0));
    },
    complete(position) {
      watermark = Math.max(watermark, position);
    },
    folded(topic, position) {
      checkpoints.set(topic, Math.max(position, checkpoints.get(topic) ?? 0));
    },
    get watermark() {
      return watermark;
    },
    visible: (topics = names) => (topics.length === 0 ? watermark : Math.min(...topics.map(visibleOf))),
    topic: (name) => ({
      checkpoint: checkpoints.get(name) ?? 0,
      newest: newest.get(name) ?? 0,
      visible: visibleOf(name),
    }),
  };
};
