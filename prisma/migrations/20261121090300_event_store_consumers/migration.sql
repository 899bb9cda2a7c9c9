-- What the consumers of the log keep: how far they are, what they wait for, what they still have to do.

-- How far each consumer is. Rows of a view change only in the statement that moves this one; they appear on demand.
create table es.checkpoints (
  consumer   text not null,
  generation integer not null default 1,
  shard      smallint not null default 0,
  position   bigint not null default 0,
  updated_at timestamptz not null default now(),
  primary key (consumer, generation, shard)
) with (fillfactor = 50);

create table es.snapshots (
  stream_id    text collate "C" not null,
  version      bigint not null,
  position     bigint not null,
  state_schema text not null,
  state        jsonb not null,
  created_at   timestamptz not null default now(),
  primary key (stream_id, version)
);

create table es.process_instances (
  process    text not null,
  instance   text not null,
  state      jsonb not null,
  position   bigint not null,
  updated_at timestamptz not null default now(),
  primary key (process, instance)
) with (fillfactor = 80);

-- Commands of processes on their way; a row leaves only with an outcome. In a lane, by id: per target stream in order.
create table es.outbox (
  id               bigint generated always as identity primary key,
  lane             smallint not null,
  target_stream    text collate "C" not null,
  command_id       uuid not null unique,
  command          jsonb not null,
  created_position bigint not null,
  attempts         integer not null default 0,
  next_attempt_at  timestamptz not null default now(),
  last_error       text,
  created_at       timestamptz not null default now()
) with (fillfactor = 80);
create index outbox_by_lane on es.outbox (lane, id);

-- A process sets a timer by name; setting it again moves it, and it leaves by firing into the outbox or by cancelling.
create table es.timers (
  process          text not null,
  instance         text not null,
  name             text not null,
  due_at           timestamptz not null,
  command          jsonb not null,
  created_position bigint not null,
  created_at       timestamptz not null default now(),
  primary key (process, instance, name)
);
create index timers_by_due on es.timers (due_at);

-- Events that a consumer could not take; later events of the same key wait behind them.
create table es.dead_letters (
  id          bigint generated always as identity primary key,
  consumer    text not null,
  generation  integer not null default 1,
  shard       smallint not null default 0,
  key         text not null,
  position    bigint not null,
  attempts    integer not null default 1,
  error       text not null,
  failed_at   timestamptz not null default now(),
  resolved_at timestamptz,
  resolution  text check (resolution in ('replayed', 'skipped')),
  unique (consumer, generation, shard, key, position)
);
create index dead_letters_open on es.dead_letters (consumer, generation, shard, key, position) where resolved_at is null;

-- Keys of personal data, wrapped by a master key. Deleting a row forgets everything that was encrypted under it.
create table es.subject_keys (
  key_id        uuid primary key,
  subject       text not null,
  purpose       text not null,
  expires_at    date,
  wrapped_key   bytea not null,
  master_key_id text not null default 'master-1',
  created_at    timestamptz not null default now(),
  unique nulls not distinct (subject, purpose, expires_at)
);
