-- The event store: streams, their events, and the commands that caused them.

-- The application's role. Its password and its right to log in are set by the migration runner.
do $$
begin
  if not exists (select from pg_roles where rolname = 'waybill_app') then
    create role waybill_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

-- Whatever later migrations create, the application may use. Append-only tables take rights back one by one.
alter default privileges grant usage on schemas to waybill_app;
alter default privileges grant select, insert, update, delete on tables to waybill_app;
alter default privileges grant usage, select on sequences to waybill_app;

create schema es;

-- One row per stream. It is the lock that serialises the stream's writers, and knows its version.
-- The category is what stands before the first hyphen of the id.
-- fillfactor: a version bump finds room on its own page (a HOT update) and touches no index.
create table es.streams (
  stream_id text collate "C" primary key check (position('-' in stream_id) > 1),
  version   bigint not null default 0,
  closed    boolean not null default false,
  category  text collate "C" generated always as (split_part(stream_id, '-', 1)) virtual
) with (fillfactor = 80);

-- Starts at 0 and called, so that last_value is always "the last position that was drawn" (0 in an empty log).
-- cache 1: a session that keeps drawn positions for later would break the fence.
create sequence es.events_position as bigint minvalue 0 start with 0 cache 1;
select setval('es.events_position', 0, true);

create table es.events (
  position       bigint primary key,
  version        bigint not null check (version > 0),
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  event_id       uuid not null unique,
  command_id     uuid,
  correlation_id uuid not null,
  causation_id   uuid,
  schema_version integer not null,
  stream_id      text collate "C" not null,
  type           text collate "C" not null,
  actor          jsonb not null,
  metadata       jsonb not null,
  data           jsonb not null,
  unique (stream_id, version)
);

-- Without it, reading rare events (a rebuild of their projection) crawls through the whole log.
create index events_by_type on es.events (type, position);

-- Every command with what became of it, refused ones with the reason.
create table es.commands (
  command_id     uuid primary key,
  issued_at      timestamptz not null,
  recorded_at    timestamptz not null,
  correlation_id uuid not null,
  causation_id   uuid,
  first_position bigint,
  last_position  bigint,
  version        bigint,
  type           text collate "C" not null,
  stream_id      text collate "C" not null,
  outcome        text not null check (outcome in ('accepted', 'rejected', 'failed')),
  request_hash   bytea not null,
  actor          jsonb not null,
  payload        jsonb not null,
  error          jsonb
);

-- Append-only: for everybody, the owner included. A mistake is corrected by another event.
create function es.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is not possible: it is append-only', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', hint = 'Correct a mistake by another event.';
end $$;

create trigger append_only before update or delete or truncate on es.events
  for each statement execute function es.refuse_change();
-- always: also for replication roles, which skip ordinary triggers.
alter table es.events enable always trigger append_only;

revoke update, delete on es.events from waybill_app;
revoke update, delete on es.commands from waybill_app;
revoke delete on es.streams from waybill_app;
