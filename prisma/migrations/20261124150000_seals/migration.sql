-- Seals: what makes a change of the log noticed, whoever made it. See docs/seals.md.

-- The public keys that ever signed. A key's id is the SHA-256 of it, so that no other key can take its place.
create table es.seal_keys (
  key_id        bytea primary key check (octet_length(key_id) = 32),
  public_key    bytea not null check (octet_length(public_key) = 32),
  first_used_at timestamptz not null default now()
);

-- A seal covers every position after the last one's up to its own last_position: a row there that is not among its
-- leaves was not there. `previous` is the hash of the seal before (zeros for the first), and unique: the chain cannot fork.
create table es.seals (
  seal_number    integer primary key check (seal_number > 0),
  event_count    integer not null check (event_count > 0),
  first_position bigint not null,
  last_position  bigint not null unique,
  sealed_at      timestamptz not null,
  root           bytea not null check (octet_length(root) = 32),
  previous       bytea not null unique check (octet_length(previous) = 32),
  hash           bytea not null unique check (octet_length(hash) = 32),
  key_id         bytea not null references es.seal_keys,
  signature      bytea not null check (octet_length(signature) = 64),
  -- 40 bytes per event, by position: the position (8 bytes, big-endian) and the SHA-256 of its content
  leaves         bytea not null check (octet_length(leaves) = 40 * event_count),
  check (first_position <= last_position)
);
-- hashes do not compress
alter table es.seals alter column leaves set storage external;

-- What `npm run verify` found, for people to see. It proves nothing by itself: who can change events can change this.
create table es.seal_verifications (
  id              bigint generated always as identity primary key,
  verified_at     timestamptz not null default now(),
  verified_by     text not null,
  intact          boolean not null,
  seals           integer not null,
  events          bigint not null,
  sealed_up_to    bigint not null,
  unsealed_events bigint not null,
  findings_count  integer not null,
  -- the first ones: [{kind, position, …}]
  findings        jsonb not null,
  seconds         real not null
);

create trigger append_only before update or delete or truncate on es.seals
  for each statement execute function es.refuse_change();
alter table es.seals enable always trigger append_only;
create trigger append_only before update or delete or truncate on es.seal_keys
  for each statement execute function es.refuse_change();
alter table es.seal_keys enable always trigger append_only;
create trigger append_only before update or delete or truncate on es.seal_verifications
  for each statement execute function es.refuse_change();
alter table es.seal_verifications enable always trigger append_only;

revoke update, delete on es.seals, es.seal_keys, es.seal_verifications from waybill_app;
