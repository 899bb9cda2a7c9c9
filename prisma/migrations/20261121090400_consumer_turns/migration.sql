-- Whose turn it is to drain a consumer. Politeness, not safety: what keeps two workers from doing a thing twice is that
-- rows are written only by the statement that moves the checkpoint from the position they were folded from.
alter table es.checkpoints
  add column owner text,
  add column owned_until timestamptz not null default '-infinity';
