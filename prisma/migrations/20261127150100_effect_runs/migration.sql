-- What effects have to do, and what came of it: one row per effect and event, under the event's id. The row is made by the
-- statement that moves the effect's checkpoint past the event; it is never made twice, so a checkpoint that is set back
-- runs nothing again.
create table es.effect_runs (
  effect          text collate "C" not null,
  event_id        uuid not null,
  position        bigint not null,
  -- the aggregate: its events are run in order
  key             text collate "C" not null,
  attempts        integer not null default 0,
  -- null while it has to be run
  outcome         text check (outcome in ('succeeded', 'failed')),
  error           text,
  next_attempt_at timestamptz not null default now(),
  -- who runs it right now; taken over by others once the time is over
  claimed_by      text,
  claimed_until   timestamptz not null default '-infinity',
  started_at      timestamptz,
  finished_at     timestamptz,
  primary key (effect, event_id)
) with (fillfactor = 80);

create index effect_runs_open on es.effect_runs (effect, position) where outcome is null;
create index effect_runs_open_of_key on es.effect_runs (effect, key, position) where outcome is null;
create index effect_runs_failed on es.effect_runs (finished_at) where outcome = 'failed';
