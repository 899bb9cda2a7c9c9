-- catalog: the products, as plain rows (docs/adr/0001-catalogue-as-crud.md). These rows are the truth, not a view.

create extension if not exists pg_trgm;

create schema catalog;
grant usage on schema catalog to waybill_app;

create table catalog.products (
  sku          text collate "C" primary key check (sku = upper(sku) and sku <> ''),
  description  text not null,
  -- net, per piece, in major units: 2.55
  unit_price   numeric not null check (unit_price >= 0),
  currency     text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  tax_code     text collate "C" not null,
  -- per cent
  tax_rate     numeric not null check (tax_rate between 0 and 100),
  weight_grams integer check (weight_grams >= 0),
  -- rises by one with every change; a change names the version it was decided on
  version      integer not null default 1,
  updated_at   timestamptz not null default now(),
  -- {kind, id, name}
  updated_by   jsonb not null
);
create index products_by_description on catalog.products (description, sku);
create index products_by_search on catalog.products using gin ((lower(sku || ' ' || description)) gin_trgm_ops);

-- A product that orders may name is never deleted.
grant select, insert, update on catalog.products to waybill_app;
revoke delete on catalog.products from waybill_app;
