export { type Chain, newChain } from './chain.ts';
export { createEventStore } from './create-event-store.ts';
export { EVENT_COLUMNS, type EventRow, toRecordedEvent } from './event-row.ts';
export type {
  Actor,
  AppendItem,
  AppendResult,
  CommandRecord,
  EventStore,
  ExpectedVersion,
  FeedOptions,
  FeedPage,
  IdempotencyConflict,
  LoadOptions,
  NewEvent,
  RecordedEvent,
  RefusalItem,
  StoredOutcome,
  StoredRefusal,
  StreamAppend,
} from './event-store.ts';
export { isLostConnection } from './persistently.ts';
