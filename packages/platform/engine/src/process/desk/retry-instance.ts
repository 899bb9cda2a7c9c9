import type { Pool, PoolClient } from 'pg';
import { laneOf } from '../../consume/outbox.ts';
import { eventsAt } from '../../consume/parking/events-at.ts';
import type { Process } from '../../define/process.ts';
import type { EventCodec } from '../../event-codec.ts';
import { decode, keyIdsOf } from '../../personal/codec.ts';
import type { KeyRing } from '../../personal/key-ring.ts';
import type { Registry } from '../../registry.ts';
import { storeIn } from '../fire-timers.ts';
import type { RefusedCommand } from '../instance.ts';
import { reactToBatch } from '../react-batch.ts';
import { readInstances } from '../read-instances.ts';
import { commandIdOf } from '../store-reactions.ts';
import { withProcess } from '../with-process.ts';

interface Stored {
  readonly type: string;
  readonly stream_id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly actor: object;
  readonly issued_at: Date;
  readonly last_position: number | null;
}

export interface RetryPorts {
  readonly pool: Pool;
  readonly registry: Pick<Registry, 'handler'>;
  readonly keys: Pick<KeyRing, 'forReading'>;
  readonly codec: Pick<EventCodec, 'decode'>;
}

const STORED = `
  select type, stream_id, payload, correlation_id, causation_id, actor, issued_at, last_position
  from es.commands where command_id = $1`;

/** Puts a command that was refused into the outbox once more: the same wish, another try, and so another id. */
const sendAnew = async (
  client: PoolClient,
  { registry, keys }: RetryPorts,
  process: string,
  instance: string,
  { commandId, inputId, index, attempt }: RefusedCommand,
): Promise<void> => {
  const { rows } = await client.query<Stored>(STORED, [commandId]);
  const [stored] = rows;
  if (!stored) throw new Error(`The command ${commandId} was refused, and is not stored`);
  const { definition } = registry.handler(stored.type);
  const data = decode(definition, stored.payload, await keys.forReading(keyIdsOf(definition, stored.payload)));
  const command = {
    type: stored.type,
    data,
    correlationId: stored.correlation_id,
    causationId: stored.causation_id,
    actor: stored.actor,
    occurredAt: stored.issued_at,
  };
  await client.query(
    `insert into es.outbox (lane, target_stream, command_id, command, created_position,
       process, instance, input_id, input_index, attempt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (command_id) do nothing`,
    [
      laneOf(stored.stream_id),
      stored.stream_id,
      commandIdOf(process, { instance, inputId, index, attempt: attempt + 1 }),
      JSON.stringify(command),
      stored.last_position ?? 0,
      process,
      instance,
      inputId,
      index,
      attempt + 1,
    ],
  );
};

/** Takes the events again that wait; where the first still cannot be taken, they wait on. */
const takeParked = async (
  client: PoolClient,
  { registry, codec }: RetryPorts,
  process: Process,
  instance: string,
): Promise<number> => {
  const known = (await readInstances(client, process.name, [instance], { causes: true })).get(instance);
  if (!known || known.parkError === null) return 0;
  const events = await eventsAt(client, codec, known.parked);
  const inputs = events.map((event) => ({ instance, input: { kind: 'event', event } as const }));
  const free = { ...known, parkError: null, parked: [] };
  const { instances, ...rest } = reactToBatch(process, new Map([[instance, free]]), inputs);
  const after = new Map([[instance, instances.get(instance) ?? free]]);
  await storeIn(client, process, registry, { instances: after, ...rest });
  return Math.max(events.length, 1);
};

/**
 * Tries again what stands still: commands that were set aside are due now, those that were refused without an answer are
 * sent anew, and events that could not be taken are taken again. Undefined where there is no such instance.
 */
export const retryInstance = async (
  ports: RetryPorts,
  process: Process,
  instance: string,
): Promise<{ readonly commands: number; readonly events: number } | undefined> =>
  withProcess(ports.pool, process.name, async (client) => {
    const { rows } = await client.query<{ refused: readonly RefusedCommand[] }>(
      `update es.process_instances i set refused = '[]' from es.process_instances before
       where i.process = $1 and i.instance = $2 and before.id = i.id and i.cancelled_at is null
       returning before.refused`,
      [process.name, instance],
    );
    const [found] = rows;
    if (!found) return undefined;
    for (const refused of found.refused) await sendAnew(client, ports, process.name, instance, refused);
    const { rowCount } = await client.query(
      `update es.outbox set attempts = 0, next_attempt_at = now()
       where process = $1 and instance = $2 and next_attempt_at = 'infinity'`,
      [process.name, instance],
    );
    const events = await takeParked(client, ports, process, instance);
    return { commands: found.refused.length + (rowCount ?? 0), events };
  });
