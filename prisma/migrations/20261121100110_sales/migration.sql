-- sales: the orders as they are now. A view of the events: it can be emptied and built again.

create schema sales;
grant usage on schema sales to waybill_app;

-- Readable numbers (ORD-2026-000123). Gaps are fine, repeats are not; the year is added by the server.
create sequence sales.order_number as bigint;
grant usage on sequence sales.order_number to waybill_app;

create table sales.orders (
  id               text collate "C" primary key,
  number           text collate "C" not null,
  status           text collate "C" not null,
  -- of the order's stream: what a client sends back as the version it decided on
  version          bigint not null,
  customer_id      text collate "C" not null,
  customer_name    text,
  country          text,
  currency         text collate "C" not null,
  terms            text collate "C" not null,
  channel          text collate "C" not null,
  external_id      text collate "C",
  -- [{lineId, kind, sku, description, quantity, unitPrice, taxCode, taxRate, weightGrams, amount}]
  lines            jsonb not null,
  -- [{taxCode, taxRate, net, tax}]
  taxes            jsonb not null,
  net              bigint not null,
  tax              bigint not null,
  total            bigint not null,
  delivery_address jsonb,
  billing_address  jsonb,
  -- {reason, requestedAt, rejected: {code, message} | null}
  cancellation     jsonb,
  drafted_at       timestamptz,
  placed_at        timestamptz,
  confirmed_at     timestamptz,
  cancelled_at     timestamptz,
  completed_at     timestamptz,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index orders_by_number on sales.orders (number);
create index orders_by_external_id on sales.orders (external_id, channel) where external_id is not null;
grant select, insert, update, delete on sales.orders to waybill_app;
