-- Whether prices are without tax or with it: NET, GROSS. Null in rows of before, when they were all net; a newer generation of
-- the views fills it. Tables of generations are made like these, and those that are there already get it too: what an
-- older version keeps is read until the newer one is built.
alter table sales.orders add column prices text;
alter table reporting.order_board add column prices text;
alter table billing.invoices add column prices text;
alter table billing.credit_notes add column prices text;

do $$
declare
  kept record;
begin
  for kept in
    select distinct table_schema, table_name from es.generations
    where table_name <> template
      and (table_schema, template) in
        (('sales', 'orders'), ('reporting', 'order_board'), ('billing', 'invoices'), ('billing', 'credit_notes'))
  loop
    execute format('alter table if exists %I.%I add column prices text', kept.table_schema, kept.table_name);
  end loop;
end $$;
