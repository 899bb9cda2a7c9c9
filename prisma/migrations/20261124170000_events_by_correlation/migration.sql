-- Finds the events of one story (a correlation) in a long log. A btree would cost every append an entry at a random leaf
-- of its own. A bloom filter per range of blocks is written by vacuum, when the range is full: an append writes nothing.
create index events_by_correlation on es.events using brin (correlation_id uuid_bloom_ops) with (pages_per_range = 64);

-- Ranges that no vacuum has seen are read as a whole. It comes after this many new events, however long the log is; in a
-- table that only grows it looks at what is new alone.
alter table es.events set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 50000);

-- Without this setting the planner reads the whole log where correlation ids come in no order (those of an import do not):
-- it takes disorder for a filter that lets every range pass.
create function es.story(of_correlation uuid) returns setof bigint language sql stable set enable_seqscan = off as $$
  select position from es.events where correlation_id = of_correlation
$$;
