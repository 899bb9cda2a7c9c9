import type { ClientBase } from 'pg';

/** The id after the category: 'order-<uuid>'. */
const ID = `substr(stream_id, position('-' in stream_id) + 1)`;
const BATCH = 2_000;

export interface Original {
  /** Ids of aggregates, whose whole history is copied. */
  readonly ids: readonly string[];
  /** Readable numbers in it that must be others in each copy ('INV-2026-000001'). */
  readonly numbers?: readonly string[];
  /** So many copies of it were made before. */
  readonly copied?: number;
}

/**
 * Makes a log long: writes the whole history of some aggregates again and again under new ids, as so many others of their kind.
 * Straight into the tables, by a role that may, while nobody else writes or reads the feed. Answers with how many events it wrote.
 */
export const copyHistory = async (
  client: ClientBase,
  { ids, numbers = [], copied = 0 }: Original,
  copies: number,
): Promise<number> => {
  const { rows: sizes } = await client.query<{ events: number }>(
    `select count(*)::int as events from es.events where ${ID} = any($1)`,
    [ids],
  );
  const events = sizes[0]?.events ?? 0;
  if (events === 0) throw new Error('There is nothing to copy: none of these ids has a history.');
  const newIds = (text: string) =>
    ids.reduce((sql, id) => `replace(${sql}, '${id}', md5('${id}' || k)::uuid::text)`, text);
  const renamed = (text: string) =>
    numbers.reduce((sql, number) => `replace(${sql}, '${number}', '${number}-' || k)`, newIds(text));
  const batch = Math.max(1, Math.floor(BATCH / events));
  for (let first = copied + 1; first <= copied + copies; first += batch) {
    await client.query(
      `with original as materialized (select * from es.events where ${ID} = any($1)),
       streams as (
         insert into es.streams (stream_id, version)
         select ${renamed('s.stream_id')}, s.version
         from (select stream_id, max(version) as version from original group by stream_id) s, generate_series($2::int, $3::int) k
       )
       insert into es.events (position, version, occurred_at, recorded_at, event_id, command_id, correlation_id, causation_id,
         schema_version, stream_id, type, actor, metadata, data)
       select nextval('es.events_position'), o.version, o.occurred_at, now(), gen_random_uuid(), null, o.correlation_id, null,
         o.schema_version, ${renamed('o.stream_id')}, o.type, o.actor, o.metadata, ${renamed('o.data::text')}::jsonb
       from (select o.*, k from original o, generate_series($2::int, $3::int) k order by k, o.position) o`,
      [ids, first, Math.min(first + batch - 1, copied + copies)],
    );
  }
  return events * copies;
};
