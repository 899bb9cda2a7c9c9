-- inventory: what is there, what is promised, and who waits. Views of the events: they can be emptied and built again.

create extension if not exists pg_trgm;

create schema inventory;
grant usage on schema inventory to waybill_app;

-- One row per SKU and warehouse.
create table inventory.stock_items (
  -- '<sku>@<warehouse>'
  id               text collate "C" primary key,
  sku              text collate "C" not null,
  warehouse        text collate "C" not null,
  -- BACKORDERED, OUT, LOW, IN_STOCK, UNCOUNTED
  status           text collate "C" not null,
  -- of the status: what needs somebody stands first
  urgency          smallint not null,
  -- somebody said how much there is
  counted          boolean not null,
  -- pieces, as are all quantities
  on_hand          bigint not null,
  reserved         bigint not null,
  -- what a new reservation could have
  available        bigint not null,
  backordered      bigint not null,
  -- pieces that left the house though the books did not have them, since the last count
  missing          bigint not null,
  -- the last ones, newest first: [{eventId, type, pieces, onHand, reserved, orderId, note, actor, at}]
  movements        jsonb not null,
  -- of the item's stream
  version          bigint not null,
  -- lower case: SKU and warehouse
  search           text not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index stock_items_by_urgency on inventory.stock_items (urgency, sku, id);
create index stock_items_by_sku on inventory.stock_items (sku, id);
create index stock_items_by_available on inventory.stock_items (available, id);
create index stock_items_by_time on inventory.stock_items (updated_at desc, id desc);
create index stock_items_by_search on inventory.stock_items using gin (search gin_trgm_ops);
grant select, insert, update, delete on inventory.stock_items to waybill_app;

-- One row per reservation of an order line.
create table inventory.reservations (
  reservation_id   text collate "C" primary key,
  order_id         text collate "C" not null,
  line_id          text collate "C" not null,
  stock_id         text collate "C" not null,
  sku              text collate "C" not null,
  warehouse        text collate "C" not null,
  -- RESERVED, FIRM, WAITING, REJECTED, RELEASED, EXPIRED, SHIPPED
  status           text collate "C" not null,
  -- what was asked for at first
  quantity         bigint not null,
  -- still promised, or waited for
  remaining        bigint not null,
  shipped          bigint not null,
  firm             boolean not null,
  -- pieces on hand stand behind it
  counted          boolean not null,
  -- what was left when it was rejected or had to wait
  available        bigint,
  reserved_at      timestamptz not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index reservations_by_order on inventory.reservations (order_id, line_id);
create index reservations_open on inventory.reservations (stock_id, reserved_at, reservation_id)
  where status in ('RESERVED', 'FIRM', 'WAITING');
grant select, insert, update, delete on inventory.reservations to waybill_app;
