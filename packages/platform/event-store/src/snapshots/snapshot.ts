import type { RecordedEvent } from '../event-store.ts';

/** The state of a stream after one of its events. JSON, without personal data. */
export interface Snapshot {
  readonly version: number;
  /** Of the event at that version. */
  readonly position: number;
  readonly state: unknown;
  /** How far in time it was folded; null where a stream is folded in the order of its versions. JSON. */
  readonly horizon: unknown;
}

export interface NewSnapshot extends Snapshot {
  readonly streamId: string;
  /** The version of the state's shape: one with another schema is as good as none. */
  readonly schema: string;
  /** How many of this stream and schema stay, the newest ones. */
  readonly keep: number;
}

export interface SnapshotLoad {
  readonly streamId: string;
  readonly schema: string;
  /** The snapshot is of this version at most: an older one than the newest. */
  readonly snapshotUntil?: number;
  /** Nothing after this version of the stream. */
  readonly toVersion?: number;
  /** Nothing after this position of the log. */
  readonly toPosition?: number;
}

/** The newest usable snapshot, and the events after it. */
export interface LoadedTail {
  readonly snapshot: Snapshot | undefined;
  readonly tail: readonly RecordedEvent[];
}

/** What is kept so that a long stream need not be read from its first event. All of it can be lost at any time. */
export interface SnapshotStore {
  /** Loads of one tick share a round trip. */
  load(request: SnapshotLoad): Promise<LoadedTail>;
  /** Saves each (one that is there already stays), and lets go of those that are too many. */
  save(snapshots: readonly NewSnapshot[]): Promise<void>;
  /** Removes those of this stream and schema at or after a version. */
  dropFrom(streamId: string, schema: string, version: number): Promise<void>;
}
