-- intake: what channels sent, and what came otherwise than it should. Views of the events: they can be emptied and built
-- again.

create schema if not exists intake;
grant usage on schema intake to waybill_app;

create table intake.channels (
  channel          text collate "C" primary key,
  name             text not null,
  currency         text collate "C" not null,
  historic         boolean not null,
  owner            text,
  registered_at    timestamptz not null,
  updated_position bigint not null
);
grant select, insert, update, delete on intake.channels to waybill_app;

-- One row per message, whatever became of it.
create table intake.messages (
  intake_id         text collate "C" primary key,
  channel           text collate "C" not null,
  message_id        text collate "C" not null,
  -- ORDER, CHANGE, CANCELLATION; null where it could not be read
  kind              text collate "C",
  -- RECEIVED, PARKED, UNREADABLE
  status            text collate "C" not null,
  order_id          text collate "C",
  external_order_id text collate "C",
  sequence          bigint,
  -- why it could not be read, or what it waits for
  reason            text,
  conflicts         bigint not null,
  -- of a cancellation that names no order: its lines, those for which no order was found, and minor units of both
  credit_lines      bigint not null,
  open_lines        bigint not null,
  matched           bigint not null,
  open              bigint not null,
  happened_at       timestamptz,
  received_at       timestamptz not null,
  updated_position  bigint not null
);
create index messages_received on intake.messages (received_at desc, intake_id desc);
create index messages_by_status on intake.messages (status, received_at desc, intake_id desc);
grant select, insert, update, delete on intake.messages to waybill_app;

create table intake.anomalies (
  anomaly_id        text collate "C" primary key,
  kind              text collate "C" not null,
  -- OPEN, ASSIGNED, RESOLVED
  state             text collate "C" not null,
  channel           text collate "C" not null,
  message_id        text collate "C",
  intake_id         text collate "C",
  order_id          text collate "C",
  external_order_id text collate "C",
  customer_id       text collate "C",
  summary           text not null,
  -- minor units
  amount            bigint,
  currency          text collate "C",
  -- [{orderId, externalOrderId, happenedAt, reason}]
  candidates        jsonb not null,
  owner             text,
  resolution        text collate "C",
  note              text,
  chosen_order_id   text collate "C",
  recorded_at       timestamptz not null,
  resolved_at       timestamptz,
  -- who resolved it: a person's name, or the process that saw it come right
  resolved_by       text,
  version           bigint not null,
  updated_position  bigint not null
);
-- What is open is little, and looked at all day; what is resolved grows.
create index anomalies_recorded on intake.anomalies (recorded_at desc, anomaly_id desc);
create index anomalies_by_state on intake.anomalies (state, recorded_at desc, anomaly_id desc);
create index anomalies_by_intake on intake.anomalies (intake_id);
grant select, insert, update, delete on intake.anomalies to waybill_app;
