-- Generations of projections: the rows of each stand in a table of their own, so that one can be filled beside another.

create table es.generations (
  projection         text not null,
  generation         integer not null,
  -- of the projection's code; readers and workers of this version use this generation
  version            integer not null,
  status             text not null check (status in ('building', 'live', 'retired', 'blocked', 'cancelled')),
  table_schema       text not null,
  -- the table that the code names; the rows of a first generation stand in it
  template           text not null,
  table_name         text not null,
  shards             smallint not null,
  -- the first of all, the first of a version, or by hand
  reason             text not null check (reason in ('first', 'version', 'manual')),
  -- {kind, id, name}
  started_by         jsonb,
  -- a difference is reported and does not block
  accept_differences boolean not null default false,
  -- {equal, rowsBefore, rowsAfter, differing, keys, …}
  comparison         jsonb,
  started_at         timestamptz not null default now(),
  -- it has its indexes
  prepared_at        timestamptz,
  -- live, blocked or cancelled
  finished_at        timestamptz,
  retired_at         timestamptz,
  dropped_at         timestamptz,
  -- a worker of its version was there
  seen_at            timestamptz not null default now(),
  primary key (projection, generation)
);
-- The pointer: one generation is live for a version of the code, and at most one is being built for it.
create unique index generations_live on es.generations (projection, version) where status = 'live';
create unique index generations_building on es.generations (projection, version) where status = 'building';
grant select, insert, update on es.generations to waybill_app;
grant delete on es.checkpoints to waybill_app;

-- What was folded before there were generations.
insert into es.generations
  (projection, generation, version, status, table_schema, template, table_name, shards, reason, finished_at)
select k.consumer, 1, 1, 'live', p.schema, p.name, p.name, 1, 'first', now()
from (values
  ('sales', 'orders'), ('customers', 'customers'), ('payments', 'order_payments'), ('payments', 'unallocated_payments'),
  ('billing', 'invoices'), ('shipping', 'deliveries'), ('reporting', 'order_board'), ('reporting', 'daily_sales')
) as p (schema, name)
join es.checkpoints k on k.consumer = p.schema || '.' || p.name and k.generation = 1 and k.shard = 0;

-- The application may not make or drop tables. These functions do it for it, and for generations alone.

-- What must be unique must be so while a generation is filled: a row that the table refuses parks its key, as it did in the
-- live rows. Other indexes only readers need, and they wait until the rows are there.
create function es.add_generation_indexes(made es.generations, of_unique boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  index record;
begin
  for index in
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = format('%I.%I', made.table_schema, made.template)::regclass
      and not i.indisprimary and i.indisunique = of_unique
  loop
    execute format('create %s index if not exists %I on %I.%I %s',
      case when of_unique then 'unique' else '' end, index.name || '_g' || made.generation,
      made.table_schema, made.table_name, substr(index.definition, position(' USING ' in index.definition)));
  end loop;
end $$;
revoke all on function es.add_generation_indexes from public;

-- Makes the empty table of a generation.
create function es.create_generation_table(of_projection text, of_generation integer, key_column text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  made es.generations;
begin
  select * into strict made from es.generations
  where projection = of_projection and generation = of_generation and status = 'building';
  if made.table_name <> made.template || '_g' || made.generation then
    raise exception 'The table of generation % of % is not its own.', of_generation, of_projection;
  end if;
  execute format('create table %1$I.%2$I (like %1$I.%3$I including all excluding indexes, primary key (%4$I))',
    made.table_schema, made.table_name, made.template, key_column);
  execute format('grant select, insert, update, delete on %I.%I to waybill_app', made.table_schema, made.table_name);
  perform es.add_generation_indexes(made, true);
end $$;

-- Gives a filled table the other indexes of its template, and the planner its figures.
create function es.prepare_generation_table(of_projection text, of_generation integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  made es.generations;
begin
  select * into strict made from es.generations
  where projection = of_projection and generation = of_generation and status = 'building';
  perform es.add_generation_indexes(made, false);
  execute format('analyze %I.%I', made.table_schema, made.table_name);
end $$;

-- Frees what a generation held that nobody reads any more. The template stays, empty: later generations are made like it.
create function es.drop_generation_table(of_projection text, of_generation integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  made es.generations;
begin
  select * into strict made from es.generations
  where projection = of_projection and generation = of_generation and status in ('retired', 'blocked', 'cancelled');
  if made.table_name = made.template and made.reason = 'first' then
    execute format('truncate %I.%I', made.table_schema, made.template);
  elsif made.table_name = made.template || '_g' || made.generation then
    execute format('drop table if exists %I.%I', made.table_schema, made.table_name);
  end if;
end $$;

revoke all on function es.create_generation_table, es.prepare_generation_table, es.drop_generation_table from public;
grant execute on function es.create_generation_table, es.prepare_generation_table, es.drop_generation_table to waybill_app;

-- Which generation code reads: [{projection, version, template}] in, one row each out. The live one of its version; while
-- that is being built for the first time, what an older version keeps in the same shape; the unfinished one at last.
create function es.readable_generations(wanted jsonb)
returns table (projection text, generation integer, table_schema text, template text, table_name text)
language sql stable as $$
  select distinct on (g.projection) g.projection, g.generation, g.table_schema, g.template, g.table_name
  from jsonb_to_recordset(wanted) as w (projection text, version integer, template text)
  join es.generations g using (projection)
  where (g.status = 'live' and (g.version = w.version or g.template = w.template))
     or (g.status = 'building' and g.version = w.version)
  order by g.projection, g.status = 'live' and g.version = w.version desc, g.status = 'live' desc, g.version desc
$$;
