-- payments: accounts, what stands in them, and transfers. Views of the events: they can be emptied and built again.

-- One row per account that was opened.
create table payments.accounts (
  account_id       text collate "C" primary key,
  -- WORLD, REVENUE, TAX, BAD_DEBT, SUSPENSE, CUSTOMER, HOUSE
  kind             text collate "C" not null,
  currency         text collate "C" not null,
  customer_id      text collate "C",
  -- of an account that somebody opened by hand
  name             text,
  -- OPEN, CLOSED
  status           text collate "C" not null,
  -- minor units: credits − debits
  balance          bigint not null,
  entries          bigint not null,
  version          bigint not null,
  opened_at        timestamptz not null,
  updated_at       timestamptz not null,
  updated_position bigint not null
);
create index accounts_by_kind on payments.accounts (currency, kind, account_id);
create index accounts_by_customer on payments.accounts (customer_id) where customer_id is not null;
grant select, insert, update, delete on payments.accounts to waybill_app;

-- One row per debit or credit of an account.
create table payments.account_entries (
  -- of the event
  entry_id         text collate "C" primary key,
  account_id       text collate "C" not null,
  -- of the event: the order of an account's entries
  position         bigint not null,
  transfer_id      text collate "C" not null,
  other_account_id text collate "C" not null,
  -- minor units: above 0 for a credit, below for a debit
  amount           bigint not null,
  currency         text collate "C" not null,
  text             text not null,
  -- its own money that came back
  reversal         boolean not null,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  updated_position bigint not null
);
create index account_entries_in_order on payments.account_entries (account_id, position) include (amount);
grant select, insert, update, delete on payments.account_entries to waybill_app;

-- One row per transfer.
create table payments.transfers (
  transfer_id      text collate "C" primary key,
  -- of its first event: transfers in the order of their creation
  position         bigint not null,
  from_account_id  text collate "C" not null,
  to_account_id    text collate "C" not null,
  -- minor units
  amount           bigint not null,
  currency         text collate "C" not null,
  text             text not null,
  -- CREATED, IN_TRANSIT, RETURNING, COMPLETED, FAILED
  status           text collate "C" not null,
  -- why it failed or goes back
  reason           text collate "C",
  -- of the document that it posts; null for one by hand
  origin           text collate "C",
  order_id         text collate "C",
  created_by       text,
  version          bigint not null,
  created_at       timestamptz not null,
  ended_at         timestamptz,
  updated_position bigint not null
);
create index transfers_by_position on payments.transfers (position);
create index transfers_under_way on payments.transfers (position) where ended_at is null;
grant select, insert, update, delete on payments.transfers to waybill_app;

-- One row per account ('account <id>': its balance) and per transfer under way ('transfer <id>': what has left one account
-- and not reached the other). All rows of a currency add up to zero after every event.
create table payments.trial_balance (
  key              text collate "C" primary key,
  currency         text collate "C" not null,
  -- minor units
  balance          bigint not null,
  in_transit       bigint not null,
  updated_position bigint not null
);
create index trial_balance_by_currency on payments.trial_balance (currency) include (balance, in_transit);
grant select, insert, update, delete on payments.trial_balance to waybill_app;
