import type { Actor, RecordedEvent } from './event-store.ts';

/** The columns of an event `e`, for rows as arrays; instants as milliseconds, because parsing their text is slow. */
export const EVENT_COLUMNS = `e.position, e.stream_id, e.version, e.type, e.data, e.event_id, e.schema_version, e.metadata,
  e.command_id, e.correlation_id, e.causation_id, e.actor,
  (extract(epoch from e.occurred_at) * 1000)::float8, (extract(epoch from e.recorded_at) * 1000)::float8`;

export type EventRow = readonly [
  position: number,
  streamId: string,
  version: number,
  type: string,
  data: unknown,
  eventId: string,
  schemaVersion: number,
  metadata: Record<string, unknown>,
  commandId: string | null,
  correlationId: string,
  causationId: string | null,
  actor: Actor,
  occurredAt: number,
  recordedAt: number,
];

/** The category is what stands before the first hyphen of a stream's id. */
export const categoryOf = (streamId: string): string => streamId.slice(0, streamId.indexOf('-'));

export const toRecordedEvent = (row: EventRow): RecordedEvent => ({
  position: row[0],
  streamId: row[1],
  category: categoryOf(row[1]),
  version: row[2],
  type: row[3],
  data: row[4],
  eventId: row[5],
  schemaVersion: row[6],
  metadata: row[7],
  commandId: row[8],
  correlationId: row[9],
  causationId: row[10],
  actor: row[11],
  occurredAt: new Date(row[12]),
  recordedAt: new Date(row[13]),
});
