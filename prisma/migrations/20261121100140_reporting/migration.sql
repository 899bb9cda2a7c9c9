-- reporting: views that span contexts. All of them can be emptied and built again.

create extension if not exists pg_trgm;

create schema reporting;
grant usage on schema reporting to waybill_app;

-- One row per order: what became of it everywhere.
create table reporting.order_board (
  id               text collate "C" primary key,
  number           text collate "C" not null,
  -- of the order's own stream
  version          bigint not null,
  customer_id      text collate "C" not null,
  customer_name    text,
  country          text,
  currency         text collate "C" not null,
  channel          text collate "C" not null,
  external_id      text collate "C",
  drafted_at       timestamptz,
  placed_at        timestamptz,
  confirmed_at     timestamptz,
  -- placed_at, or drafted_at while it is a draft: what lists are sorted by
  listed_at        timestamptz not null,
  line_count       integer not null,
  net              bigint not null,
  tax              bigint not null,
  total            bigint not null,
  order_status     text collate "C" not null,
  payment_status   text collate "C" not null,
  received         bigint not null,
  invoice_status   text collate "C" not null,
  invoice_id       text collate "C",
  invoice_number   text collate "C",
  delivery_status  text collate "C" not null,
  delivery_id      text collate "C",
  delivery_number  text collate "C",
  -- while a draft: [{lineId, sku, amount, taxCode, taxRate}]; null from then on
  draft_lines      jsonb,
  -- lower case: the numbers, the customer's name, the SKUs
  search           text not null,
  -- {type, at, actorName}
  last_event       jsonb not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index order_board_by_time on reporting.order_board (listed_at desc, id desc);
create index order_board_by_number on reporting.order_board (number, id);
create index order_board_by_total on reporting.order_board (total, id);
create index order_board_by_customer_name on reporting.order_board (customer_name, id);
create index order_board_by_update on reporting.order_board (updated_at, id);
create index order_board_by_customer on reporting.order_board (customer_id, listed_at desc, id desc);
create index order_board_by_search on reporting.order_board using gin (search gin_trgm_ops);
-- The work lists: few rows of many.
create index order_board_drafts on reporting.order_board (listed_at desc, id desc) where order_status = 'DRAFT';
create index order_board_cancelled on reporting.order_board (listed_at desc, id desc)
  where order_status in ('CANCELLING', 'CANCELLED');
create index order_board_to_collect on reporting.order_board (listed_at desc, id desc)
  where order_status in ('PLACED', 'CONFIRMED') and payment_status in ('NOT_REQUESTED', 'REQUESTED', 'PARTIALLY_PAID');
create index order_board_to_ship on reporting.order_board (listed_at desc, id desc)
  where order_status in ('PLACED', 'CONFIRMED') and payment_status = 'PAID'
    and delivery_status in ('NONE', 'SCHEDULED', 'PICKED', 'PACKED');
create index order_board_under_way on reporting.order_board (listed_at desc, id desc) where delivery_status = 'DISPATCHED';
-- How many orders are in which state, without reading them.
create index order_board_states on reporting.order_board (order_status, payment_status, delivery_status);
grant select, insert, update, delete on reporting.order_board to waybill_app;

-- One row per day of the business's calendar and currency: '2010-12-01 GBP'.
create table reporting.daily_sales (
  id               text collate "C" primary key,
  day              date not null,
  currency         text collate "C" not null,
  -- placed on this day, and not cancelled since
  orders           integer not null,
  net              bigint not null,
  total            bigint not null,
  -- placed on this day, and cancelled since
  cancelled        integer not null,
  updated_position bigint not null
);
create index daily_sales_by_day on reporting.daily_sales (currency, day desc);
grant select, insert, update, delete on reporting.daily_sales to waybill_app;
