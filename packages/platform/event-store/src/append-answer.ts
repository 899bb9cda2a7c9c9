import { type BatchResult, type PreparedItem, streamsOf } from './batch-item.ts';
import type { AppendResult, NewEvent, RecordedEvent, StreamAppend } from './event-store.ts';
import { type StoredCommand, toStoredOutcome } from './stored-outcome.ts';

/** A row of `es.append`, as an array. */
export type AppendAnswer = [
  result: 'appended' | 'rejected' | 'conflict' | 'closed' | 'broken' | 'duplicate' | 'idempotency-conflict',
  failed: number | null,
  version: number | null,
  firstPosition: number | null,
  lastPosition: number | null,
  recordedAt: number,
  versions: readonly number[] | null,
  positions: readonly number[] | null,
  stored: StoredCommand | null,
];

export const toAppendOutcome = (prepared: PreparedItem, answer: AppendAnswer | undefined): BatchResult => {
  if (answer === undefined) throw new Error('es.append gave no answer: the migrations and the code do not match.');
  const [result, failed, version, , , , , , stored] = answer;
  const { command } = prepared.item;
  const streamId = streamsOf(prepared.item)[(failed ?? 1) - 1]?.streamId ?? command.streamId;
  switch (result) {
    case 'appended':
      return appended(prepared, answer);
    case 'rejected':
      return { result };
    case 'conflict':
      return { result, streamId, actualVersion: version ?? 0 };
    case 'closed':
    case 'broken':
      return { result, streamId };
    case 'idempotency-conflict':
      return { result, commandId: command.commandId };
    case 'duplicate':
      if (stored === null) throw new Error(`Command ${command.commandId} is a duplicate of nothing.`);
      return { result, stored: toStoredOutcome(stored) };
    default:
      return result satisfies never;
  }
};

const appended = (prepared: PreparedItem, answer: AppendAnswer): AppendResult => {
  const [, , version, first, last, recordedAtMs, versions, positions] = answer;
  const recordedAt = new Date(recordedAtMs);
  const firstPosition = first ?? 0;
  // Without a prototype: as an ordinary object, every new stream id would cost V8 a new shape.
  const after: Record<string, number> = Object.create(null);
  const events: RecordedEvent[] = [];
  for (const [index, stream] of streamsOf(prepared.item).entries()) {
    const streamVersion = versions?.[index] ?? version ?? 0;
    after[stream.streamId] = streamVersion;
    const base = streamVersion - stream.events.length;
    for (const [n, event] of stream.events.entries()) {
      const position = positions?.[events.length] ?? firstPosition + events.length;
      const eventId = prepared.eventIds[events.length] ?? '';
      events.push(recordedEvent(prepared, stream, event, { eventId, position, version: base + n + 1, recordedAt }));
    }
  }
  return { result: 'appended', firstPosition, lastPosition: last ?? 0, versions: after, recordedAt, events };
};

// Written out: this runs for every event that is appended, and spreading costs several times as much.
const recordedEvent = (
  { item: { command }, now }: PreparedItem,
  { streamId, category }: StreamAppend,
  event: NewEvent,
  place: Pick<RecordedEvent, 'eventId' | 'position' | 'version' | 'recordedAt'>,
): RecordedEvent => ({
  type: event.type,
  data: event.data,
  position: place.position,
  streamId,
  category,
  version: place.version,
  eventId: place.eventId,
  schemaVersion: event.schemaVersion,
  metadata: event.metadata ?? {},
  commandId: command.commandId,
  correlationId: command.correlationId,
  causationId: command.causationId,
  actor: command.actor,
  occurredAt: event.occurredAt ?? now,
  recordedAt: place.recordedAt,
});
