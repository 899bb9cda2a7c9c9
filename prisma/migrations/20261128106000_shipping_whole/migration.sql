-- shipping: what became of deliveries that failed, came back or never left; and one row per order for what is still to
-- ship. Views of the events: they can be emptied and built again.

alter table shipping.deliveries
  add column returns         jsonb,
  add column packed_override text,
  add column failed_at       timestamptz,
  add column failure         text,
  add column cancelled_at    timestamptz,
  add column cancellation    text;

create table shipping.shipments (
  -- of the order
  id               text collate "C" primary key,
  order_number     text collate "C" not null,
  customer_id      text collate "C" not null,
  customer_name    text,
  delivery_address jsonb,
  -- [{lineId, sku, description, quantity, weightGrams}], as ordered
  lines            jsonb not null,
  -- [{deliveryId, lines: [{lineId, quantity}]}]
  in_deliveries    jsonb not null,
  -- [{lineId, quantity}]
  stopped          jsonb not null,
  open_pieces      bigint not null,
  cleared          boolean not null,
  held             text,
  frozen           boolean not null,
  complete         boolean not null,
  -- [{cancellationId, at, reason, lines, code, message}]
  answers          jsonb not null,
  planned_at       timestamptz not null,
  version          bigint not null,
  updated_position bigint not null
);
-- What is to be scheduled: few of many.
create index shipments_open on shipping.shipments (planned_at, id) where open_pieces > 0;
grant select, insert, update, delete on shipping.shipments to waybill_app;
