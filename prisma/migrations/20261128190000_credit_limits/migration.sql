-- customers: what each owes on credit, and may owe. A view of the events: it can be emptied and built again.
create table customers.credit_lines (
  -- '<customerId>:<currency>'
  id               text collate "C" primary key,
  customer_id      text collate "C" not null,
  currency         text collate "C" not null,
  -- minor units, as are all amounts; null: as much as they like
  credit_limit     bigint,
  reserved         bigint not null,
  -- what waits for room, by order: {"<orderId>": 1836}
  waiting          jsonb not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index credit_lines_by_customer on customers.credit_lines (customer_id, currency);
grant select, insert, update, delete on customers.credit_lines to waybill_app;
