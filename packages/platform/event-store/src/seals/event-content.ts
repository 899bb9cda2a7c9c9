import { canonicalJsonText } from './canonical-json.ts';

/** Every column of an event `e`, as text; the instants in UTC, in microseconds, whatever the session's settings are. */
export const CONTENT_COLUMNS = `e.position, e.stream_id, e.version, e.type, e.schema_version, e.event_id, e.command_id,
  e.correlation_id, e.causation_id, to_json(e.occurred_at at time zone 'UTC'), to_json(e.recorded_at at time zone 'UTC'),
  e.actor, e.metadata, e.data`;

/** A row of {@link CONTENT_COLUMNS}, nothing parsed. */
export type ContentRow = readonly [
  position: string,
  streamId: string,
  version: string,
  type: string,
  schemaVersion: string,
  eventId: string,
  commandId: string | null,
  correlationId: string,
  causationId: string | null,
  occurredAt: string,
  recordedAt: string,
  actor: string,
  metadata: string,
  data: string,
];

/**
 * What a seal holds of an event beside its position: one JSON object of all the other columns, canonical, as it is
 * stored (personal data as ciphertext). UTF-8 of this text is what is hashed.
 */
export const contentOf = (row: ContentRow): string =>
  `{"actor":${canonicalJsonText(row[11])},"causation_id":${id(row[8])},"command_id":${id(row[6])},"correlation_id":${id(
    row[7],
  )},"data":${canonicalJsonText(row[13])},"event_id":${id(row[5])},"metadata":${canonicalJsonText(
    row[12],
  )},"occurred_at":${instant(row[9])},"recorded_at":${instant(row[10])},"schema_version":${row[4]},"stream_id":${JSON.stringify(
    row[1],
  )},"type":${JSON.stringify(row[3])},"version":${row[2]}}`;

const id = (uuid: string | null): string => (uuid === null ? 'null' : `"${uuid}"`);

/** "2010-12-01T08:26:00.5" becomes "2010-12-01T08:26:00.500000Z"; what is no ordinary instant stays as it is. */
const instant = (quoted: string): string => {
  if (quoted.length === 21) return `${quoted.slice(0, 20)}.000000Z"`;
  if (quoted[20] === '.' && quoted.length <= 28) return `${quoted.slice(0, -1).padEnd(27, '0')}Z"`;
  return quoted;
};
