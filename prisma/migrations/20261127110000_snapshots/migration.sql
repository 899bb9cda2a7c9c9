-- Old and new code run side by side, and fold to states of different shapes: a snapshot belongs to a stream and a schema.
alter table es.snapshots drop constraint snapshots_pkey;
alter table es.snapshots add primary key (stream_id, state_schema, version);

-- What an aggregate that is folded by occurrence has to know besides its state: how far in time it was folded.
alter table es.snapshots add column horizon jsonb;
