import type { Actor, RecordedEvent } from '@waybill/event-store';

/** Something happened, and the views it belongs to show it. It says what and why; the client decides what to re-read. */
export interface Change {
  readonly kind: 'change';
  /** Give it back as `after`, to any API process, and nothing is missed and nothing comes twice. */
  readonly cursor: string;
  /** The type of the event. */
  readonly event: string;
  readonly stream: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly position: number;
  readonly actor: Actor;
  /** The id of the command that made it. */
  readonly command: string | null;
  /** The id of the event or command that caused it. */
  readonly causedBy: string | null;
  /** The keys of the rows that changed, in the views of `topics`. */
  readonly keys: readonly string[];
  /** The views (projections) that follow it. */
  readonly topics: readonly string[];
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** The client was away for more than is caught up one by one: it reloads, and goes on from this cursor. */
export interface TooLongAway {
  readonly kind: 'too-long-away';
  readonly cursor: string;
}

/** A cursor that this system never gave out. */
export class InvalidCursor extends Error {
  constructor(cursor: string) {
    super(`'${cursor}' is no cursor: give the cursor of a change as you got it, or none to begin now.`);
    this.name = 'InvalidCursor';
  }
}

export const cursorOf = (position: number): string => String(position);

/** The position a cursor stands for. */
export const positionOf = (cursor: string): number => {
  if (!/^\d{1,15}$/.test(cursor)) throw new InvalidCursor(cursor);
  return Number(cursor);
};

export const changeOf = (event: RecordedEvent, topics: readonly string[], keys: readonly string[]): Change => ({
  kind: 'change',
  cursor: cursorOf(event.position),
  event: event.type,
  stream: event.streamId,
  aggregateId: event.streamId.slice(event.category.length + 1),
  version: event.version,
  position: event.position,
  actor: event.actor,
  command: event.commandId,
  causedBy: event.causationId,
  keys,
  topics,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
});
