-- customers: the VAT id that stands on their invoices. Null where they gave none, once the person is forgotten, and in rows
-- of before; a newer generation of the view fills it.
alter table customers.customers add column vat_id text;
