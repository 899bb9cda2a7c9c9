-- What customers owe by invoice, and since when what was owed came down: one row per invoice. Also where the business's days
-- begin, as the company's page says: one row.
create table reporting.receivables (
  id               text collate "C" primary key,
  number           text not null,
  customer_id      text collate "C" not null,
  -- null once the person is forgotten
  customer_name    text,
  currency         text collate "C" not null,
  -- in which the dates are the business's days
  time_zone        text not null,
  issue_date       date not null,
  due_date         date not null,
  -- minor units, as are all amounts
  total            bigint not null,
  open             bigint not null,
  -- [{day, amount}], in their order: what came off, below zero where it was open again
  moves            jsonb not null,
  -- the day since which nothing is open; null while something is
  settled_on       date,
  updated_position bigint not null
);
-- what was open on a day is not settled, or was settled later
create index receivables_by_settlement on reporting.receivables (settled_on);
create index receivables_by_customer on reporting.receivables (customer_id, settled_on);
grant select, insert, update, delete on reporting.receivables to waybill_app;

create table reporting.company_zone (
  id               text collate "C" primary key,
  -- an IANA name
  time_zone        text not null,
  updated_position bigint not null
);
grant select, insert, update, delete on reporting.company_zone to waybill_app;
