-- What must be unique must be so while a generation is filled: a row that the table refuses parks its key, as it did in the live rows.

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

create or replace function es.create_generation_table(of_projection text, of_generation integer, key_column text) returns void
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

create or replace function es.prepare_generation_table(of_projection text, of_generation integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  made es.generations;
begin
  select * into strict made from es.generations
  where projection = of_projection and generation = of_generation and status = 'building';
  perform es.add_generation_indexes(made, false);
  execute format('analyze %I.%I', made.table_schema, made.table_name);
end $$;
