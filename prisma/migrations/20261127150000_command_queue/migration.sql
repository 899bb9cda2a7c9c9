-- Commands that wait for their turn or their time: bulk work, scheduled orders. The row says what was asked and how far it
-- is; what became of the command stands in es.commands, as for every other one.
create table es.queued_commands (
  id              bigint generated always as identity primary key,
  command_id      uuid not null unique,
  batch_id        uuid,
  type            text collate "C" not null,
  -- those of one stream run in order; a command that starts a stream has a name of its own here
  target_stream   text collate "C" not null,
  lane            smallint not null,
  priority        smallint not null default 0,
  not_before      timestamptz not null default now(),
  status          text not null default 'queued'
                  check (status in ('queued', 'accepted', 'rejected', 'failed', 'cancelled')),
  attempts        integer not null default 0,
  -- set while it waits for another try: then it holds back what follows it in its stream
  next_attempt_at timestamptz,
  last_error      text,
  enqueued_at     timestamptz not null default now(),
  finished_at     timestamptz,
  actor           jsonb not null,
  request_hash    bytea not null,
  -- what was asked, sealed; gone with the outcome. key_id: the person's key, or null for the installation's own
  request         bytea,
  key_id          uuid
) with (fillfactor = 80);

create index queued_commands_waiting on es.queued_commands (lane, priority desc, not_before, id) where status = 'queued';
create index queued_commands_held on es.queued_commands (lane, next_attempt_at)
  where status = 'queued' and next_attempt_at is not null;
create index queued_commands_by_batch on es.queued_commands (batch_id, id) where batch_id is not null;
create index queued_commands_open on es.queued_commands (enqueued_at, command_id) where status in ('queued', 'failed');

-- The list of all commands, newest first. Entries come in the order of the index, at its end.
create index commands_by_time on es.commands (recorded_at, command_id);
-- The refused ones are few among many.
create index commands_refused_by_time on es.commands (recorded_at, command_id) where outcome <> 'accepted';
