-- An instance whose reaction throws is parked: it, and none of the others, waits for a person.
alter table es.process_instances
  -- why; null: it is not parked
  add column park_error text,
  -- the events that wait, the one that it could not take first
  add column parked bigint[] not null default '{}';

create index process_instances_parked on es.process_instances (id) where park_error is not null;
