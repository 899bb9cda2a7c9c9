/** An event that a consumer could not take, or that waits behind one. */
export interface Letter {
  /** The row's key; {@link streamKey} where the event does not even say which rows it touches. */
  readonly key: string;
  readonly position: number;
  /** How often it was tried; 0 for one that waits. */
  readonly attempts: number;
  /** Why it could not be taken; null for one that waits. */
  readonly error: string | null;
}

/** How often an event is tried before its key is parked. A fold is pure, so the tries follow at once. */
export const TRIES = 3;

const PREFIX = 'stream ';
/** What is parked where an event's keys are not known: nothing of its stream is folded until it can be read. */
export const streamKey = ({ streamId }: { readonly streamId: string }): string => PREFIX + streamId;
export const isStreamKey = (key: string): boolean => key.startsWith(PREFIX);

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
