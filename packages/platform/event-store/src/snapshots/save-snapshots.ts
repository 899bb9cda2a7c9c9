import type { Pool } from 'pg';
import type { NewSnapshot } from './snapshot.ts';

// Derived from events that are durable already, so nobody waits for the disk. Another schema's snapshots stay for as long
// as older code may still be at work beside this one.
const SQL = `with derived as materialized (select set_config('synchronous_commit', 'off', true)),
fresh as (
  select f.* from derived, unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::jsonb[], $6::jsonb[], $7::integer[])
    as f (stream_id, version, position, state_schema, state, horizon, keep)
),
gone as (
  delete from es.snapshots s using fresh f
  where s.stream_id = f.stream_id and (
    (s.state_schema = f.state_schema and s.version <> f.version and s.version not in (
      select k.version from es.snapshots k
      where k.stream_id = f.stream_id and k.state_schema = f.state_schema and k.version <> f.version
      order by k.version desc limit f.keep - 1
    ))
    or (s.state_schema <> f.state_schema and s.created_at < now() - interval '1 day')
  )
)
insert into es.snapshots (stream_id, version, position, state_schema, state, horizon)
select stream_id, version, position, state_schema, state, horizon from fresh
on conflict (stream_id, state_schema, version) do nothing`;

/** Saves at most one snapshot per stream in one statement, and removes what is too many or of a schema of long ago. */
export const saveSnapshots = async (pool: Pool, snapshots: readonly NewSnapshot[]): Promise<void> => {
  await pool.query({
    name: 'es-save-snapshots',
    text: SQL,
    values: [
      snapshots.map(({ streamId }) => streamId),
      snapshots.map(({ version }) => version),
      snapshots.map(({ position }) => position),
      snapshots.map(({ schema }) => schema),
      snapshots.map(({ state }) => JSON.stringify(state)),
      snapshots.map(({ horizon }) => (horizon === null ? null : JSON.stringify(horizon))),
      snapshots.map(({ keep }) => keep),
    ],
  });
};
