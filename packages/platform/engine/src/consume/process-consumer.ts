import { derivedId } from '@waybill/kernel';
import type { CommandMessage } from '../define/command.ts';
import type { Recorded } from '../define/event.ts';
import type { Process } from '../define/process.ts';
import type { Registry } from '../registry.ts';
import { moveCheckpoint, moveValues, onlyKey } from './checkpoint.ts';
import type { Consumer } from './consumer.ts';
import { type FollowPorts, follow } from './follow.ts';
import { laneOf, type OutboxCommand } from './outbox.ts';

interface OutboxRow {
  readonly ord: number;
  readonly lane: number;
  readonly target_stream: string;
  readonly command_id: string;
  readonly command: OutboxCommand;
  readonly created_position: number;
}

/** Feeds a batch to the instances it concerns: their new states, and the commands in the order they were wished for. Pure. */
export const reactToBatch = (process: Process, before: ReadonlyMap<string, unknown>, events: readonly Recorded[]) => {
  const states = new Map<string, { state: unknown; position: number }>();
  const sent: {
    readonly event: Recorded;
    readonly instance: string;
    readonly index: number;
    readonly message: CommandMessage;
  }[] = [];
  for (const event of events) {
    const instance = process.instance(event);
    const state = states.has(instance) ? states.get(instance)?.state : (before.get(instance) ?? process.initial);
    const reaction = process.react(state, event);
    states.set(instance, { state: reaction.state, position: event.position });
    for (const [index, message] of (reaction.commands ?? []).entries()) sent.push({ event, instance, index, message });
  }
  return { states, sent };
};

/** A process, drained: its instances' states, its commands and its checkpoint are one statement. */
export const processConsumer = (
  ports: FollowPorts & { readonly watermark: () => Promise<number> },
  registry: Registry,
  process: Process,
): Consumer => {
  const { pool, worker } = ports;

  const targetOf = (message: CommandMessage): string => {
    const { definition, owner } = registry.handler(message.type);
    return `${owner.category}-${String(message.data[definition.target])}`;
  };

  const key = onlyKey(process.name);
  return follow(ports, {
    name: process.name,
    key,
    kind: 'process',
    types: process.events.map(({ type }) => type),
    batch: 200,
    start: () => (process.startFrom === 'beginning' ? Promise.resolve(0) : ports.watermark()),
    async take(events, move) {
      const { rows: known } = await pool.query<{ instance: string; state: unknown }>({
        name: 'process-instances',
        text: 'select instance, state from es.process_instances where process = $1 and instance = any($2)',
        values: [process.name, [...new Set(events.map((event) => process.instance(event)))]],
      });
      const { states, sent } = reactToBatch(process, new Map(known.map((row) => [row.instance, row.state])), events);
      const outbox = sent.map(({ event, instance, index, message }, ord): OutboxRow => {
        const target = targetOf(message);
        return {
          ord,
          lane: laneOf(target),
          target_stream: target,
          // The same event always gives the same command id: a repeat meets its stored outcome.
          command_id: derivedId('process', process.name, instance, event.eventId, index),
          command: {
            ...message,
            correlationId: event.correlationId,
            causationId: event.eventId,
            actor: { kind: 'process', id: process.name, name: process.name },
            occurredAt: event.occurredAt.toISOString(),
          },
          created_position: event.position,
        };
      });
      const instances = [...states].map(([instance, at]) => ({ instance, ...at }));
      const { rows: moved } = await pool.query<{ moved: boolean }>({
        name: 'process-step',
        text: `with ${moveCheckpoint},
          instances as (
            insert into es.process_instances (process, instance, state, position)
            select $1, i.instance, i.state, i.position
            from jsonb_to_recordset($7::jsonb) as i (instance text, state jsonb, position bigint)
            where exists (select from mine)
            on conflict (process, instance) do update
            set state = excluded.state, position = excluded.position, updated_at = now()
          ),
          sent as (
            insert into es.outbox (lane, target_stream, command_id, command, created_position)
            select o.lane, o.target_stream, o.command_id, o.command, o.created_position
            from jsonb_to_recordset($8::jsonb) as o (
              ord integer, lane smallint, target_stream text, command_id uuid, command jsonb, created_position bigint
            )
            where exists (select from mine)
            order by o.ord
            on conflict (command_id) do nothing
          )
          select exists (select from mine) as moved`,
        values: [...moveValues(key, move, worker), JSON.stringify(instances), JSON.stringify(outbox)],
      });
      return { moved: moved[0]?.moved === true, commands: outbox.length };
    },
  });
};
