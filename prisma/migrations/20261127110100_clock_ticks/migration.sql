-- Ticks of the log's clock: by then, the log was complete up to there. `recorded_at` does not grow with the position, and
-- clocks jump; ticks only ever grow in both. So an instant that has a tick after it has one position, forever.
create table es.clock_ticks (
  ticked_at timestamptz primary key,
  watermark bigint not null
);
revoke update, delete on es.clock_ticks from waybill_app;

-- Ticks for what was recorded before there were any: to the second.
insert into es.clock_ticks (ticked_at, watermark)
select date_trunc('second', recorded_at) + interval '1 second',
       max(max(position)) over (order by date_trunc('second', recorded_at))
from es.events group by date_trunc('second', recorded_at);

-- Ticks, unless the last tick is younger than `gap`, or nothing changed since and it is younger than `rest`.
-- One at a time: a tick that is committed behind a later one would change what was answered already. The log's end is
-- read before the clock, so that what a tick counts was there by then.
create function es.tick(gap interval, rest interval) returns boolean language plpgsql volatile as $$
declare
  last     es.clock_ticks;
  complete bigint;
  instant  timestamptz;
begin
  perform pg_advisory_xact_lock(6::bigint << 48);
  select * into last from es.clock_ticks order by ticked_at desc limit 1;
  complete := greatest(es.watermark(), last.watermark);
  instant := greatest(clock_timestamp(), last.ticked_at + interval '1 microsecond');
  if instant - last.ticked_at < gap or (complete = last.watermark and instant - last.ticked_at < rest) then
    return false;
  end if;
  insert into es.clock_ticks (ticked_at, watermark) values (instant, complete);
  return true;
end $$;
