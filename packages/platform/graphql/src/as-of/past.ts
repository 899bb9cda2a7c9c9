import type { Recorded } from '@waybill/engine';

/** Streams as they were at one moment, or as they would be after a preview. One per object that is asked for. */
export interface Past {
  /** Why nothing can be done there, and what to do instead. */
  readonly reason: string;
  /** The events of these streams up to the moment, oldest first. Each stream is read once. */
  story(streams: readonly string[]): Promise<Recorded[]>;
}

/** Reads one stream, whole; asked for several in one tick, it reads them together. */
export type ReadStream = (stream: string) => Promise<readonly Recorded[]>;

/** The same reads, each stream once. */
export const readOnce = (read: ReadStream): ReadStream => {
  const known = new Map<string, Promise<readonly Recorded[]>>();
  return (stream) => {
    const reading = known.get(stream) ?? read(stream);
    known.set(stream, reading);
    return reading;
  };
};

export const createPast = (read: ReadStream, belongs: (event: Recorded) => boolean, reason: string): Past => ({
  reason,
  async story(streams) {
    const histories = await Promise.all([...new Set(streams)].map(read));
    return histories
      .flat()
      .filter(belongs)
      .sort((a, b) => a.position - b.position);
  },
});

const pasts = new WeakMap<object, Past>();

/** Says of a row that it is of the past, for the fields that are resolved from it. */
export const ofPast = <T extends object>(row: T, past: Past): T => {
  pasts.set(row, past);
  return row;
};

/** The past that a row belongs to; undefined for a row of now. */
export const pastOf = (row: object): Past | undefined => pasts.get(row);
