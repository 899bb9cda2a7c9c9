-- customers: who they are now. A view of the events: it can be emptied and built again.

create extension if not exists pg_trgm;

create schema customers;
grant usage on schema customers to waybill_app;

-- Readable numbers (CUS-000017). Gaps are fine, repeats are not.
create sequence customers.customer_number as bigint;
grant usage on sequence customers.customer_number to waybill_app;

create table customers.customers (
  id               text collate "C" primary key,
  number           text collate "C" not null,
  kind             text collate "C" not null,
  version          bigint not null,
  name             text,
  email            text,
  country          text,
  -- {line1, line2, city, postcode, country}
  address          jsonb,
  -- lower case: number, name, e-mail
  search           text not null,
  registered_at    timestamptz not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index customers_by_number on customers.customers (number, id);
create index customers_by_name on customers.customers (name, id);
create index customers_by_search on customers.customers using gin (search gin_trgm_ops);
grant select, insert, update, delete on customers.customers to waybill_app;
