-- payments: what was asked for and what came. Views of the events: they can be emptied and built again.

create schema payments;
grant usage on schema payments to waybill_app;

-- One row per order that was asked for money, or that money came for.
create table payments.order_payments (
  order_id         text collate "C" primary key,
  order_number     text collate "C",
  -- NOT_REQUESTED, REQUESTED, PARTIALLY_PAID, PAID, CANCELLED
  status           text collate "C" not null,
  -- of the order's payment stream
  version          bigint not null,
  -- minor units, as are all amounts; null until it is asked for
  requested        bigint,
  -- of the request; until there is one, of the first payment
  currency         text collate "C" not null,
  -- what was put to the request
  received         bigint not null,
  -- [{paymentId, channel, reference, method, amount, currency, unallocated, occurredAt, recordedAt}]
  payments         jsonb not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
grant select, insert, update, delete on payments.order_payments to waybill_app;

-- Money that waits for a person: to match, to keep as credit, or to refund.
create table payments.unallocated_payments (
  -- '<payment_id>:<reason>'
  key              text collate "C" primary key,
  payment_id       text collate "C" not null,
  -- TOO_MUCH, ORDER_CANCELLED, UNKNOWN_ORDER, OTHER_CURRENCY
  reason           text collate "C" not null,
  -- the order that the payer named; null where it named none we know
  order_id         text collate "C",
  -- what the payer wrote
  order_reference  text,
  channel          text collate "C" not null,
  reference        text not null,
  -- how much of the payment waits
  amount           bigint not null,
  currency         text collate "C" not null,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  updated_position bigint not null
);
create index unallocated_payments_by_time on payments.unallocated_payments (recorded_at, key);
create index unallocated_payments_by_order on payments.unallocated_payments (order_id) where order_id is not null;
grant select, insert, update, delete on payments.unallocated_payments to waybill_app;
