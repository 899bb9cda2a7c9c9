-- Reading the log in its order, so that no later commit can slip in behind the reader.

-- The watermark: the last visible event with every event before it either visible or never to come.
-- Why: whoever drew a position <= seen, drew it before `seen` was read, and held its fence by then; its fence is gone
-- only after its commit became visible. So under both, nothing is open. The order of the statements is the proof.
-- It is the position of an event, not of a rolled back draw: those could be drawn again after a crash of the server.
create function es.watermark() returns bigint language plpgsql volatile as $$
declare
  seen   bigint;
  fenced bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the feed must be read in READ COMMITTED' using errcode = 'invalid_transaction_state',
      hint = 'In another isolation level the snapshot is older than the watermark, and events would be lost.';
  end if;
  seen := last_value from es.events_position;
  fenced := min(((l.classid::bigint << 32) | l.objid::bigint) & ((1::bigint << 48) - 1))
    from pg_locks l
    where l.locktype = 'advisory' and l.objsubid = 1 and (l.classid::bigint >> 16) = 5
      and l.database = (select oid from pg_database where datname = current_database());
  return coalesce((select max(e.position) from es.events e where e.position <= least(seen, fenced)), 0);
end $$;

-- A page of the log after a position. There is always a row: without events it carries the watermark alone.
create function es.feed(after bigint, types text[], max_events integer)
returns table (watermark bigint, event es.events) language plpgsql volatile
set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  until constant bigint := es.watermark();
begin
  if types is null then
    return query
    select until, page.event from (select) as always left join lateral (
      select e as event from es.events e where e.position > after and e.position <= until
      order by e.position limit max_events
    ) as page on true;
  else
    return query
    select until, page.event from (select) as always left join lateral (
      select e as event from unnest(types) as wanted (type) cross join lateral (
        select f.position from es.events f where f.type = wanted.type and f.position > after and f.position <= until
        order by f.position limit max_events
      ) as next join es.events e on e.position = next.position
      order by next.position limit max_events
    ) as page on true;
  end if;
end $$;
