-- How fresh every projection is, as the workers measure it, and an alert while one is older than it promises to be.

-- The last measurement of each consumer, and since when it has been good or bad.
create table es.freshness (
  consumer       text primary key,
  -- how old its rows may be, and are
  objective_ms   integer not null,
  lag_ms         bigint not null,
  lag_events     integer not null,
  late_since     timestamptz,
  fresh_since    timestamptz,
  measured_at    timestamptz not null
) with (fillfactor = 50);

create table es.alerts (
  id           bigint generated always as identity primary key,
  kind         text not null check (kind in ('freshness')),
  -- the consumer
  subject      text not null,
  objective_ms integer not null,
  worst_lag_ms bigint not null,
  worst_events integer not null,
  opened_at    timestamptz not null default now(),
  closed_at    timestamptz
);
create unique index alerts_open on es.alerts (kind, subject) where closed_at is null;
