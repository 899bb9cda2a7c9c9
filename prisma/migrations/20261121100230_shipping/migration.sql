-- shipping: the deliveries as they are now. A view of the events: it can be emptied and built again.

create schema shipping;
grant usage on schema shipping to waybill_app;

-- Readable numbers (DEL-000091). Gaps are fine, repeats are not.
create sequence shipping.delivery_number as bigint;
grant usage on sequence shipping.delivery_number to waybill_app;

create table shipping.deliveries (
  id               text collate "C" primary key,
  number           text collate "C" not null,
  order_id         text collate "C" not null,
  order_number     text collate "C" not null,
  customer_id      text collate "C" not null,
  customer_name    text,
  delivery_address jsonb,
  -- [{lineId, sku, description, quantity, weightGrams}]
  lines            jsonb not null,
  pieces           integer not null,
  weight_grams     integer,
  status           text collate "C" not null,
  -- of the delivery's stream: what a client sends back as the version it decided on
  version          bigint not null,
  carrier          text,
  tracking_number  text,
  scheduled_at     timestamptz not null,
  picked_at        timestamptz,
  packed_at        timestamptz,
  dispatched_at    timestamptz,
  delivered_at     timestamptz,
  search           text not null,
  updated_position bigint not null
);
create index deliveries_by_order on shipping.deliveries (order_id);
create index deliveries_by_status on shipping.deliveries (status, scheduled_at desc, id desc);
create index deliveries_by_time on shipping.deliveries (scheduled_at desc, id desc);
create index deliveries_by_number on shipping.deliveries (number);
create extension if not exists pg_trgm;
create index deliveries_by_text on shipping.deliveries using gin (search gin_trgm_ops);
grant select, insert, update, delete on shipping.deliveries to waybill_app;
