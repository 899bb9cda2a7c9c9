-- Appending, anew. Commands of one stream may be decided one upon the other before the first of them is answered; and the
-- refusal of a process's command is an event in that command's stream, stored with the refused command in one transaction.

-- A batch has items (commands), which have appends (a stream each; none: it is a refusal), which have events.
-- A refusal with appends is one that its stream records: the command is stored as refused, its events are the answer.
-- Everything comes as columns, because arrays are the cheapest to read; item after item, append after append.
-- Instants are milliseconds. expected: an exact version, or -1 no stream, -2 exists, -3 any; or -10 minus an exact version,
-- for what was decided upon earlier items of this batch: where one of these is not appended, it is broken, even if
-- another has brought the stream to the very version.
create or replace function es.append(
  -- items
  command_ids uuid[], hashes text[], command_types text[], command_streams text[], payloads jsonb[], actors jsonb[],
  correlations uuid[], causations uuid[], issued double precision[], refusals jsonb[], stream_counts integer[],
  -- the distinct streams of the batch: whether they may be created, and how many events the batch has for them
  streams text[], creates boolean[], gains bigint[],
  -- appends; slots point into streams
  append_items integer[], slots integer[], expected bigint[], event_counts integer[], closes boolean[],
  -- events; numbers count from 1 within the append
  event_appends integer[], event_numbers integer[], event_ids uuid[], event_types text[], event_schemas integer[],
  event_data jsonb[], event_metadata jsonb[], event_occurred double precision[]
) returns setof es.append_answer language plpgsql
-- Plans are kept, and the first ones are made on empty tables: never let them read a whole table.
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_variable
declare
  items       constant integer := cardinality(command_ids);
  recorded    constant timestamptz := date_trunc('milliseconds', clock_timestamp());
  created     text[];            -- the streams that are new
  rows_say    bigint[];          -- by slot: the version that stands in the stream's row
  versions    bigint[];          -- by slot: the version after the items so far
  closed      boolean[];         -- by slot
  broken      boolean[] := array_fill(false, array[cardinality(streams)]);  -- by slot: an item for it was not appended
  newest      integer[] := array_fill(null::integer, array[cardinality(streams)]);  -- by slot: its last event so far
  known       jsonb;             -- stored commands of this batch: id → request hash
  repeats     boolean;           -- whether an id comes twice in this batch
  results     text[] := array_fill(null::text, array[items]);
  failed      integer[] := array_fill(null::integer, array[items]);
  first_event integer[] := array_fill(null::integer, array[items]);
  last_event  integer[] := array_fill(null::integer, array[items]);
  idle_at     bigint[] := array_fill(null::bigint, array[items]);
  append_from integer[] := array_fill(1, array[items]);
  offsets     integer[] := array_fill(null::integer, array[cardinality(slots)]);
  bases       bigint[] := array_fill(null::bigint, array[cardinality(slots)]);
  events      integer := 0;      -- of all accepted items
  stored      integer := 0;      -- commands to store
  next_append integer := 1;
  positions   bigint[];
  written     integer;
  first       integer;
  slot        integer;
begin
  -- Missing streams first; then, in a new statement, all locks in sorted order. Locking first deadlocks.
  -- A new row gets the version it will have if nothing of the batch is refused, which spares most updates below.
  with inserted as (
    insert into es.streams (stream_id, version)
    select wish.id, wish.gain from unnest(streams, creates, gains) as wish (id, may_create, gain)
    where wish.may_create order by wish.id collate "C"
    on conflict do nothing returning stream_id
  )
  select array_agg(inserted.stream_id) into created from inserted;

  if cardinality(created) = cardinality(streams) then
    rows_say := gains;
    versions := array_fill(0::bigint, array[cardinality(streams)]);
    closed := array_fill(false, array[cardinality(streams)]);
  elsif cardinality(streams) > 0 then
    with locked as materialized (
      select s.stream_id, s.version, s.closed from es.streams s
      where s.stream_id = any (streams) order by s.stream_id for update
    )
    select array_agg(coalesce(locked.version, 0) order by wish.slot),
      array_agg(case when locked.stream_id = any (created) then 0 else coalesce(locked.version, 0) end order by wish.slot),
      array_agg(coalesce(locked.closed, false) order by wish.slot)
    into rows_say, versions, closed
    from unnest(streams) with ordinality as wish (id, slot) left join locked on locked.stream_id = wish.id;
  end if;

  -- A new statement again: what others stored while we waited for the locks is visible now.
  select jsonb_object_agg(c.command_id, encode(c.request_hash, 'hex')) into known
  from es.commands c where c.command_id = any (command_ids);
  repeats := items > (select count(distinct id) from unnest(command_ids) as id);

  -- Decide in the order of the batch: an item sees what the earlier ones did.
  for i in 1 .. items loop
    append_from[i] := next_append;
    next_append := next_append + stream_counts[i];

    if known is not null and known ? command_ids[i]::text then
      results[i] := case known ->> command_ids[i]::text when hashes[i] then 'duplicate' else 'idempotency-conflict' end;
    elsif repeats then
      -- The first of them that was stored; one that was in conflict left nothing behind.
      first := array_position(command_ids, command_ids[i]);
      while first < i and results[first] not in ('appended', 'rejected') loop
        first := array_position(command_ids, command_ids[i], first + 1);
      end loop;
      if first < i then
        results[i] := case hashes[first] when hashes[i] then 'duplicate' else 'idempotency-conflict' end;
      end if;
    end if;
    if results[i] is not null then
      for a in append_from[i] .. next_append - 1 loop
        broken[slots[a]] := true;
      end loop;
      continue;
    end if;

    results[i] := case stream_counts[i] when 0 then 'rejected' else 'appended' end;
    for a in append_from[i] .. next_append - 1 loop
      slot := slots[a];
      bases[a] := versions[slot];
      if failed[i] is null then
        results[i] := case
          when expected[a] >= 0 and expected[a] <> versions[slot] then 'conflict'
          when expected[a] = -1 and versions[slot] > 0 then 'conflict'
          when expected[a] = -2 and versions[slot] = 0 then 'conflict'
          when expected[a] in (-2, -3) and closed[slot] then 'closed'
          when expected[a] <= -10 and broken[slot] then 'broken'
          when expected[a] <= -10 and -10 - expected[a] <> versions[slot] then 'conflict'
          else 'appended' end;
        if results[i] <> 'appended' then
          failed[i] := a - append_from[i] + 1;
        end if;
      end if;
    end loop;
    if failed[i] is not null then
      for a in append_from[i] .. next_append - 1 loop
        broken[slots[a]] := true;
      end loop;
      continue;
    end if;

    stored := stored + 1;
    first_event[i] := events + 1;
    for a in append_from[i] .. next_append - 1 loop
      slot := slots[a];
      offsets[a] := events;
      events := events + event_counts[a];
      versions[slot] := versions[slot] + event_counts[a];
      closed[slot] := closed[slot] or closes[a];
      if event_counts[a] > 0 then
        newest[slot] := events;
      end if;
    end loop;
    last_event[i] := events;

    if first_event[i] > last_event[i] and stream_counts[i] > 0 then
      -- Nothing happened: the answer was true as of the stream's last event.
      slot := slots[append_from[i]];
      first_event[i] := newest[slot];
      last_event[i] := newest[slot];
      idle_at[i] := coalesce((select e.position from es.events e
        where e.stream_id = streams[slot] and e.version = versions[slot]), 0);
    end if;
  end loop;

  if versions <> rows_say or true = any (closed) then
    update es.streams s set version = wish.version, closed = wish.closed
    from unnest(streams, rows_say, versions, closed) as wish (id, row_says, version, closed)
    where s.stream_id = any (streams) and s.stream_id = wish.id and (wish.version <> wish.row_says or wish.closed);
  end if;

  if events > 0 then
    -- The fence, then the positions: never the other way round.
    perform pg_advisory_xact_lock_shared(es.fence_key(last_value)) from es.events_position;
    positions := array(select nextval('es.events_position') from generate_series(1, events));

    insert into es.events (position, version, occurred_at, recorded_at, event_id, command_id, correlation_id, causation_id,
      schema_version, stream_id, type, actor, metadata, data)
    select positions[offsets[e.append] + e.number], bases[e.append] + e.number, to_timestamp(e.occurred / 1000), recorded,
      e.id, command_ids[append_items[e.append]], correlations[append_items[e.append]], causations[append_items[e.append]],
      e.schema, streams[slots[e.append]], e.type, actors[append_items[e.append]], coalesce(e.metadata, '{}'),
      coalesce(e.data, 'null')
    from unnest(event_appends, event_numbers, event_ids, event_types, event_schemas, event_data, event_metadata,
      event_occurred) as e (append, number, id, type, schema, data, metadata, occurred)
    where offsets[e.append] is not null;
  end if;

  if stored > 0 then
    insert into es.commands (command_id, issued_at, recorded_at, correlation_id, causation_id, first_position, last_position,
      version, type, stream_id, outcome, request_hash, actor, payload, error)
    select c.id, to_timestamp(c.issued / 1000), recorded, c.correlation, c.causation,
      coalesce(positions[first_event[c.item]], idle_at[c.item]), coalesce(positions[last_event[c.item]], idle_at[c.item]),
      bases[append_from[c.item]] + event_counts[append_from[c.item]],
      c.type, c.stream, case when results[c.item] = 'appended' and c.refusal is null then 'accepted' else 'rejected' end,
      decode(c.hash, 'hex'), c.actor, coalesce(c.payload, 'null'), c.refusal
    from unnest(command_ids, hashes, command_types, command_streams, payloads, actors, correlations, causations, issued,
      refusals) with ordinality as c (id, hash, type, stream, payload, actor, correlation, causation, issued, refusal, item)
    where results[c.item] in ('appended', 'rejected') order by c.id
    on conflict do nothing;

    get diagnostics written = row_count;
    if written < stored then
      -- Another batch stored one of these commands meanwhile: it is looked up when this one is tried again.
      raise exception 'a command of this batch was stored by another' using errcode = 'serialization_failure';
    end if;
  end if;

  return query
  select results[i], failed[i],
    case when failed[i] is null then bases[append_from[i]] + event_counts[append_from[i]]
      else bases[append_from[i] + failed[i] - 1] end,
    coalesce(positions[first_event[i]], idle_at[i]), coalesce(positions[last_event[i]], idle_at[i]),
    extract(epoch from recorded)::double precision * 1000,
    case when stream_counts[i] > 1 and results[i] = 'appended' then (
      select json_agg(bases[a] + event_counts[a] order by a)
      from generate_series(append_from[i], append_from[i] + stream_counts[i] - 1) as a) end,
    case when positions[last_event[i]] - positions[first_event[i]] <> last_event[i] - first_event[i] then
      array_to_json(positions[first_event[i]:last_event[i]]) end,
    case results[i] when 'duplicate' then es.stored_outcome(command_ids[i]) end
  from generate_series(1, items) as i;
end $$;
