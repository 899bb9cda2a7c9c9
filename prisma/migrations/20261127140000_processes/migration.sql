-- Processes: what each instance waits for and until when, its timers, and what became of its commands.

alter table es.process_instances
  -- for cursors: newest first
  add column id bigint generated always as identity,
  -- by name: {since, dueAt, lateAt}; empty: it has ended
  add column waits jsonb not null default '{}',
  -- the position whose state `waits` was made of; another one than `position` where older code wrote the state
  add column judged bigint,
  -- the next deadline that was not missed yet
  add column due_at timestamptz,
  -- since when it is late with what it waits for
  add column late_at timestamptz,
  -- its commands that were refused, and that it has no answer to: [{commandId, command, code, reason, at, …}]
  add column refused jsonb not null default '[]',
  add column started_at timestamptz not null default now(),
  add column cancelled_at timestamptz,
  -- {kind, id, name}
  add column cancelled_by jsonb,
  add column cancel_reason text;

create unique index process_instances_by_id on es.process_instances (id);
create index process_instances_by_process on es.process_instances (process, id);
create index process_instances_due on es.process_instances (due_at) where due_at is not null;
create index process_instances_late on es.process_instances (id) where late_at is not null;
create index process_instances_refused on es.process_instances (id) where refused <> '[]';
create index process_instances_unjudged on es.process_instances (process) where judged is distinct from position;

-- A timer fires into its process, as an input like an event, and not as a command.
alter table es.timers
  drop column command,
  -- the input that set it
  add column set_by uuid not null;

alter table es.outbox
  -- whose command it is; null for those that older code put here
  add column process text,
  add column instance text,
  -- what it answers, its number among that answer's commands, and how often it was sent anew by hand, from 1
  add column input_id uuid,
  add column input_index integer,
  add column attempt integer;
-- A command that kept failing is set aside: its next attempt is at infinity, until a person says so.
create index outbox_by_instance on es.outbox (process, instance);
create index outbox_set_aside on es.outbox (process, instance) where next_attempt_at = 'infinity';
