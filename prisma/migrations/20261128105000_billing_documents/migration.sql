-- billing: what becomes of an invoice that is not paid at once, and credit notes.

-- Null in rows of before; a newer generation of the view fills them.
alter table billing.invoices
  add column delivery_id text collate "C",
  -- minor units: the sum of its credit notes, what was given up, what is still to be paid
  add column credited    bigint,
  add column written_off bigint,
  add column open        bigint,
  -- 0 overdue, 1 open, 2 nothing is open
  add column urgency     smallint,
  add column sent_at     timestamptz,
  add column overdue_at  timestamptz,
  -- [{amount, at}]
  add column allocations jsonb,
  -- [{level, open, at}]
  add column reminders   jsonb;
-- Overdue first, then what is due next.
create index invoices_by_urgency on billing.invoices (urgency, due_date, id);

create table billing.credit_notes (
  id               text collate "C" primary key,
  number           text collate "C" not null,
  -- null where there is no invoice to correct
  invoice_id       text collate "C",
  invoice_number   text collate "C",
  order_id         text collate "C",
  order_number     text collate "C",
  customer_id      text collate "C" not null,
  customer_name    text,
  -- {line1, line2, city, postcode, country}
  billing_address  jsonb,
  currency         text collate "C" not null,
  reason           text not null,
  return_id        text collate "C",
  -- [{lineId, kind, sku, description, quantity, unitPrice, taxCode, taxRate, amount, discount, tax}]
  lines            jsonb not null,
  -- [{taxCode, taxRate, net, tax}]
  taxes            jsonb not null,
  -- minor units, all positive
  net              bigint not null,
  tax              bigint not null,
  total            bigint not null,
  -- days of the business's calendar
  issue_date       date not null,
  tax_point        date not null,
  issued_at        timestamptz not null,
  -- of the stored document; null until it is rendered
  document_sha256  text collate "C",
  document_size    bigint,
  -- lower case: the numbers and the customer's name
  search           text not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create unique index credit_notes_by_number on billing.credit_notes (number);
create index credit_notes_by_invoice on billing.credit_notes (invoice_id);
create index credit_notes_by_order on billing.credit_notes (order_id);
create index credit_notes_by_customer on billing.credit_notes (customer_id, issue_date desc, id desc);
create index credit_notes_by_search on billing.credit_notes using gin (search gin_trgm_ops);
grant select, insert, update, delete on billing.credit_notes to waybill_app;

-- Their documents, kept as those of the invoices are.
create table billing.credit_note_documents (
  credit_note_id text collate "C" primary key,
  number         text collate "C" not null unique,
  -- of content, in hex
  sha256         text collate "C" not null check (sha256 = encode(sha256(content), 'hex')),
  -- PDF
  content        bytea not null,
  -- what it was rendered from: the data of CreditNoteIssued
  issued         jsonb not null,
  stored_at      timestamptz not null default now()
);
alter table billing.credit_note_documents alter column content set storage external;

create function billing.refuse_change_of_credit() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is not possible: an issued credit note never changes', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', hint = 'Issue another document.';
end $$;
create trigger issued_once before update or delete or truncate on billing.credit_note_documents
  for each statement execute function billing.refuse_change_of_credit();
alter table billing.credit_note_documents enable always trigger issued_once;

revoke all on billing.credit_note_documents from waybill_app;
grant select, insert on billing.credit_note_documents to waybill_app;
