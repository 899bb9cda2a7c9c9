-- billing: the list of invoices, which is a view and can be built again, and their documents, which are kept forever.

create extension if not exists pg_trgm;

create schema billing;
grant usage on schema billing to waybill_app;

create table billing.invoices (
  id               text collate "C" primary key,
  number           text collate "C" not null,
  -- OPEN, PAID
  status           text collate "C" not null,
  -- of the invoice's stream
  version          bigint not null,
  order_id         text collate "C" not null,
  order_number     text collate "C" not null,
  customer_id      text collate "C" not null,
  customer_name    text,
  -- {line1, line2, city, postcode, country}
  billing_address  jsonb,
  currency         text collate "C" not null,
  terms            text collate "C" not null,
  -- [{lineId, kind, sku, description, quantity, unitPrice, taxCode, taxRate, amount}]
  lines            jsonb not null,
  -- [{taxCode, taxRate, net, tax}]
  taxes            jsonb not null,
  -- minor units, as are all amounts
  net              bigint not null,
  tax              bigint not null,
  total            bigint not null,
  paid             bigint not null,
  -- days of the business's calendar
  issue_date       date not null,
  tax_point        date not null,
  due_date         date not null,
  issued_at        timestamptz not null,
  -- of the stored document; null until it is rendered
  document_sha256  text collate "C",
  document_size    bigint,
  -- lower case: the numbers and the customer's name
  search           text not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create unique index invoices_by_number on billing.invoices (number);
create index invoices_by_issue_date on billing.invoices (issue_date desc, id desc);
create index invoices_by_total on billing.invoices (total, id);
create index invoices_by_order on billing.invoices (order_id);
create index invoices_by_customer on billing.invoices (customer_id, issue_date desc, id desc);
create index invoices_by_search on billing.invoices using gin (search gin_trgm_ops);
-- The work list: few rows of many.
create index invoices_open on billing.invoices (issue_date desc, id desc) where status = 'OPEN';
grant select, insert, update, delete on billing.invoices to waybill_app;

-- The documents themselves, as they were sent out. Not a view: nothing rebuilds them.
create table billing.invoice_documents (
  invoice_id text collate "C" primary key,
  number     text collate "C" not null unique,
  -- of content, in hex
  sha256     text collate "C" not null check (sha256 = encode(sha256(content), 'hex')),
  -- PDF
  content    bytea not null,
  -- what it was rendered from: the data of InvoiceIssued
  issued     jsonb not null,
  stored_at  timestamptz not null default now()
);
-- A PDF is compressed already.
alter table billing.invoice_documents alter column content set storage external;

-- An issued invoice never changes, whoever asks, the owner of the table included.
create function billing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is not possible: an issued invoice never changes', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', hint = 'Correct it by a credit note.';
end $$;

create trigger issued_once before update or delete or truncate on billing.invoice_documents
  for each statement execute function billing.refuse_change();
-- always: also for replication roles, which skip ordinary triggers.
alter table billing.invoice_documents enable always trigger issued_once;

revoke all on billing.invoice_documents from waybill_app;
grant select, insert on billing.invoice_documents to waybill_app;
