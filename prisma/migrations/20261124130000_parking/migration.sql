-- Parked keys: the event that failed stands in es.dead_letters with its error, and what came for its key later without one.

-- Raised with every change of what is parked, so that a worker that knows an older park moves nothing.
alter table es.checkpoints
  add column parks bigint not null default 0;

alter table es.dead_letters
  -- null: it waits behind an earlier letter of its key
  alter column error drop not null,
  -- the worker that could not take it
  add column parked_by text,
  -- {kind, id, name}
  add column resolved_by jsonb,
  add column reason text;

create index dead_letters_by_position on es.dead_letters (position) where resolved_at is null;
create index dead_letters_skipped on es.dead_letters (consumer) where resolution = 'skipped';
