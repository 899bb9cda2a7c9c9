-- Raised whenever another worker takes over a consumer. Postgres itself needs no epoch (the checkpoint moves by
-- compare-and-set); a store elsewhere rejects what a worker of an older one writes.
alter table es.checkpoints
  add column epoch bigint not null default 0;
