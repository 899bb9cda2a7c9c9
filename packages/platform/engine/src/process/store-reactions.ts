import { derivedId } from '@waybill/kernel';
import { laneOf, type OutboxCommand } from '../consume/outbox.ts';
import type { CommandMessage } from '../define/command.ts';
import type { Process } from '../define/process.ts';
import type { Registry } from '../registry.ts';
import { dueAt, lateAt } from './instance.ts';
import type { Reactions, Sent } from './react-batch.ts';

/** The stream that a command is for. */
export const targetOf = (registry: Pick<Registry, 'handler'>, message: CommandMessage): string => {
  const { definition, owner } = registry.handler(message.type);
  return `${owner.category}-${String(message.data[definition.target])}`;
};

/** The same wish always has the same id: sent again, it meets its stored outcome. */
export const commandIdOf = (
  process: string,
  { instance, inputId, index, attempt }: Pick<Sent, 'instance' | 'inputId' | 'index' | 'attempt'>,
): string => derivedId('process', process, instance, inputId, index, attempt);

const outboxRow = (process: Process, registry: Pick<Registry, 'handler'>) => (sent: Sent, ord: number) => {
  const { message, instance, inputId, index, attempt, correlationId, causationId, occurredAt, position } = sent;
  const target = targetOf(registry, message);
  const actor = { kind: 'process', id: process.name, name: process.name } as const;
  const command: OutboxCommand = {
    ...message,
    correlationId,
    causationId,
    actor,
    occurredAt: occurredAt.toISOString(),
  };
  return {
    ord,
    lane: laneOf(target),
    target_stream: target,
    command_id: commandIdOf(process.name, sent),
    command,
    created_position: position,
    instance,
    input_id: inputId,
    input_index: index,
    attempt,
  };
};

/**
 * What stores reactions, after a `mine as (…)` that says whether to: the process's name is `$1`, the values are
 * {@link reactionValues}, from `$first` on. One statement, so that state, commands and timers are one.
 */
export const storeReactions = (first: number): string => `
  instances as (
    insert into es.process_instances as p
      (process, instance, state, position, judged, waits, due_at, late_at, refused, park_error, parked)
    select $1, i.instance, i.state, i.position, i.position, i.waits, i.due_at, i.late_at, i.refused, i.park_error, i.parked
    from jsonb_to_recordset($${first}::jsonb) as i (
      instance text, state jsonb, position bigint, waits jsonb, due_at timestamptz, late_at timestamptz, refused jsonb,
      park_error text, parked bigint[]
    )
    where exists (select from mine)
    on conflict (process, instance) do update
    set state = excluded.state, position = excluded.position, judged = excluded.judged, waits = excluded.waits,
        due_at = excluded.due_at, late_at = excluded.late_at, refused = excluded.refused,
        park_error = excluded.park_error, parked = excluded.parked, updated_at = now()
  ),
  sent as (
    insert into es.outbox (lane, target_stream, command_id, command, created_position,
      process, instance, input_id, input_index, attempt)
    select o.lane, o.target_stream, o.command_id, o.command, o.created_position,
      $1, o.instance, o.input_id, o.input_index, o.attempt
    from jsonb_to_recordset($${first + 1}::jsonb) as o (
      ord integer, lane smallint, target_stream text, command_id uuid, command jsonb, created_position bigint,
      instance text, input_id uuid, input_index integer, attempt integer
    )
    where exists (select from mine)
    order by o.ord
    on conflict (command_id) do nothing
  ),
  wishes as materialized (
    select t.* from jsonb_to_recordset($${first + 2}::jsonb) as t (
      instance text, name text, due_at timestamptz, set_by uuid, created_position bigint
    )
    where exists (select from mine)
  ),
  timers_set as (
    insert into es.timers (process, instance, name, due_at, set_by, created_position)
    select $1, w.instance, w.name, w.due_at, w.set_by, w.created_position from wishes w where w.due_at is not null
    on conflict (process, instance, name) do update
    set due_at = excluded.due_at, set_by = excluded.set_by, created_position = excluded.created_position,
        created_at = now()
  ),
  timers_gone as (
    delete from es.timers t using wishes w
    where w.due_at is null and t.process = $1 and t.instance = w.instance and t.name = w.name
  )`;

/** The values of {@link storeReactions}, and how many commands there are. */
export const reactionValues = (
  process: Process,
  registry: Pick<Registry, 'handler'>,
  { instances, sent, timers }: Reactions,
): readonly [instances: string, outbox: string, timers: string] => [
  JSON.stringify(
    [...instances].map(([instance, it]) => ({
      instance,
      state: it.state,
      position: it.position,
      waits: it.waits,
      due_at: it.cancelled ? null : dueAt(it),
      late_at: it.cancelled ? null : lateAt(it),
      refused: it.refused,
      park_error: it.parkError,
      parked: it.parked,
    })),
  ),
  JSON.stringify(sent.map(outboxRow(process, registry))),
  JSON.stringify(
    timers.map(({ instance, name, dueAt: due, setBy, position }) => ({
      instance,
      name,
      due_at: due,
      set_by: setBy,
      created_position: position,
    })),
  ),
];
