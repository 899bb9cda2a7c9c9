-- billing: the page of the company, and what documents capture of it.

create table billing.company (
  id               text collate "C" primary key,
  version          bigint not null,
  -- the data of CompanyChanged
  details          jsonb not null,
  -- [{version, at, by, changes}], the latest first
  versions         jsonb not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
grant select, insert, update, delete on billing.company to waybill_app;

-- Null in rows of before; a newer generation of the views fills them.
alter table billing.invoices
  add column time_zone text,
  -- null where the buyer gave none, or is forgotten
  add column buyer_vat_id text,
  -- of the company's page; null where the document is older than it
  add column company_version integer;
alter table billing.credit_notes
  add column time_zone text,
  add column buyer_vat_id text,
  add column company_version integer;

-- Until now the company was a constant. A house that issued invoices under it goes on with it, on its page: who upgrades
-- must not find all invoices held back on the morning after. A new house fills the page in.
do $$
declare
  company constant jsonb := jsonb_build_object(
    'legalName', 'Waybill Demo Trading Ltd',
    'address', jsonb_build_object('line1', '14 Wharf Road', 'city', 'London', 'postcode', 'N1 7RW', 'country', 'United Kingdom'),
    'vatNumber', 'GB 000 0000 00',
    'bankName', 'Demo Bank',
    'bankAccount', 'Sort code 00-00-00 · Account 00000000',
    'iban', 'GB00 DEMO 0000 0000 0000 00',
    'bic', '',
    'timeZone', 'Europe/London',
    'taxRates', jsonb_build_array(
      jsonb_build_object('taxCode', 'STANDARD', 'taxRate', '20', 'description', 'Standard rate'),
      jsonb_build_object('taxCode', 'REDUCED', 'taxRate', '5', 'description', 'Reduced rate'),
      jsonb_build_object('taxCode', 'ZERO', 'taxRate', '0', 'description', 'Zero rate')),
    'invoiceSeries', 'INV',
    'creditNoteSeries', 'CRN');
  command constant uuid := gen_random_uuid();
  -- milliseconds
  now     constant double precision := floor(extract(epoch from clock_timestamp()) * 1000);
begin
  if exists (select from es.events where type = 'InvoiceIssued') then
    perform es.append(
      -- the command
      array[command], array[encode(sha256('20261128130000_company'), 'hex')], array['ChangeCompany'], array['company-main'],
      array[company || '{"companyId": "main"}'],
      array[jsonb_build_object('kind', 'system', 'id', 'upgrade', 'name', 'Upgrade')],
      array[command], array[null::uuid], array[now], array[null::jsonb], array[1],
      -- its stream
      array['company-main'], array[true], array[1::bigint], array[1], array[1], array[-1::bigint], array[1], array[false],
      -- its event
      array[1], array[1], array[gen_random_uuid()], array['CompanyChanged'], array[1], array[company], array['{}'::jsonb],
      array[now]);
  end if;
end $$;
