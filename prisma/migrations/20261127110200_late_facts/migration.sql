-- Facts that happened before something that was folded in already, and how their state was made what it would have been.
create table es.late_facts (
  stream_id   text collate "C" not null,
  version     bigint not null,
  type        text not null,
  occurred_at timestamptz not null,
  -- how much earlier it happened than the last that was folded in
  behind_ms   bigint not null,
  remedy      text not null check (remedy in ('reorder', 'snapshot', 'replay')),
  -- events that were folded again
  refolded    integer not null,
  remedied_at timestamptz not null default now(),
  primary key (stream_id, version)
);
create index late_facts_by_time on es.late_facts (remedied_at);
