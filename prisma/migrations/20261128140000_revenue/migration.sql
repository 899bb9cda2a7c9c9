-- What was invoiced and credited by day of the business's calendar, currency and country: '2010-12-01 GBP France'.
create table reporting.revenue (
  id               text collate "C" primary key,
  day              date not null,
  currency         text collate "C" not null,
  -- of the billing address; '' where it cannot be told
  country          text not null,
  invoices         integer not null,
  -- minor units, without tax, as is credited
  invoiced         bigint not null,
  credit_notes     integer not null,
  credited         bigint not null,
  updated_position bigint not null
);
create index revenue_by_day on reporting.revenue (currency, day);
grant select, insert, update, delete on reporting.revenue to waybill_app;
