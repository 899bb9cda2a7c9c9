import type { Chain } from './chain.ts';

/** What a stream must look like for an append to be accepted: an exact version, or one of the three words. */
export type ExpectedVersion = number | 'NO_STREAM' | 'EXISTS' | 'ANY';

export interface Actor {
  readonly kind: 'user' | 'process' | 'import' | 'system';
  readonly id: string;
  readonly name: string;
}

export interface NewEvent {
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON, personal fields already encrypted. */
  readonly data: unknown;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** A UUID; made (v7) when left out. */
  readonly eventId?: string;
  /** When it happened in the world; now, when left out. */
  readonly occurredAt?: Date;
}

export interface StreamAppend {
  /** `<category>-<uuid or name>`; the category itself holds no hyphen. */
  readonly streamId: string;
  readonly category: string;
  readonly expected: ExpectedVersion;
  /** May be empty: the command is then stored as accepted, and nothing happened. */
  readonly events: readonly NewEvent[];
  /** Blind appends (`ANY`, `EXISTS`) are refused from now on. */
  readonly closes?: boolean;
  /** Set where this was decided upon earlier appends that have no answer yet, or where others will be upon this one. */
  readonly chain?: Chain;
}

export interface CommandRecord {
  /** A UUID: the command's identity for idempotency. */
  readonly commandId: string;
  readonly type: string;
  readonly streamId: string;
  /** JSON, personal fields already encrypted. */
  readonly payload: unknown;
  /** Hex: the same command id with another hash is an idempotency conflict. */
  readonly requestHash: string;
  readonly actor: Actor;
  /** A UUID: of the first command of the whole story. */
  readonly correlationId: string;
  /** A UUID: of the event or command that caused this one. */
  readonly causationId: string | null;
  readonly issuedAt?: Date;
}

/** An accepted command with what it appends; several streams are appended to all or none. */
export interface AppendItem {
  readonly command: CommandRecord;
  readonly streams: readonly StreamAppend[];
  /** Set where the command was refused and the events record that: it is stored with it, and not as accepted. */
  readonly refusal?: StoredRefusal;
}

export interface StoredRefusal {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A command that was refused for a business reason: stored with it. */
export interface RefusalItem {
  readonly command: CommandRecord;
  readonly refusal: StoredRefusal;
}

/** What became of a command; the same answer for every later ask. */
export type StoredOutcome =
  | {
      readonly outcome: 'accepted';
      readonly commandId: string;
      readonly streamId: string;
      /** Without events of its own: the position of the stream's last event, 0 if it has none. */
      readonly firstPosition: number;
      readonly lastPosition: number;
      readonly version: number;
    }
  | {
      readonly outcome: 'rejected';
      readonly commandId: string;
      readonly streamId: string;
      readonly refusal: StoredRefusal;
    };

export type IdempotencyConflict = { readonly result: 'idempotency-conflict'; readonly commandId: string };

export type AppendResult =
  | {
      readonly result: 'appended';
      readonly firstPosition: number;
      readonly lastPosition: number;
      /** The version of each stream of the item after the append. */
      readonly versions: Readonly<Record<string, number>>;
      readonly recordedAt: Date;
      readonly events: readonly RecordedEvent[];
    }
  | { readonly result: 'conflict'; readonly streamId: string; readonly actualVersion: number }
  | { readonly result: 'closed'; readonly streamId: string }
  /** An append that this one was decided upon was not accepted: decide again. */
  | { readonly result: 'broken'; readonly streamId: string }
  | { readonly result: 'duplicate'; readonly stored: StoredOutcome }
  | IdempotencyConflict;

export interface RecordedEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  /** The event's place in the whole log; grows, with gaps. */
  readonly position: number;
  readonly streamId: string;
  readonly category: string;
  /** The event's place in its stream, from 1, without gaps. */
  readonly version: number;
  readonly eventId: string;
  readonly schemaVersion: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly commandId: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly actor: Actor;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

export interface LoadOptions {
  readonly fromVersion?: number;
  readonly toVersion?: number;
}

export interface FeedOptions {
  /** Only events of these types; all, when left out. */
  readonly types?: readonly string[];
  readonly limit: number;
}

export interface FeedPage {
  readonly events: readonly RecordedEvent[];
  /** Every event at or under it is in the feed for good. A page that is not full was read up to here. */
  readonly watermark: number;
}

export interface EventStore {
  /** Appends, or says why not. Calls of one tick share a round trip and a commit. */
  append(item: AppendItem): Promise<AppendResult>;
  /** Stores a refusal, or answers with what is stored for this command id already. */
  refuse(item: RefusalItem): Promise<StoredOutcome | IdempotencyConflict>;
  /** What became of a command; undefined when it is not known. */
  outcome(commandId: string, requestHash: string): Promise<StoredOutcome | 'idempotency-conflict' | undefined>;
  /** The events of a stream by version; empty when there is no such stream. Loads of one tick share a round trip. */
  load(streamId: string, options?: LoadOptions): Promise<readonly RecordedEvent[]>;
  /** Events after a position, in order, none that could be overtaken by a later commit. */
  feed(after: number, options: FeedOptions): Promise<FeedPage>;
  /** The position up to which the feed is complete. */
  watermark(): Promise<number>;
}
