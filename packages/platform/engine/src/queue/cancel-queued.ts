import type { Actor, CommandRecord, EventStore } from '@waybill/event-store';
import type { Refusal } from '@waybill/kernel';
import type { Pool } from 'pg';
import { storable } from '../command/storable.ts';
import { encode } from '../personal/codec.ts';
import type { KeyRing } from '../personal/key-ring.ts';
import type { Registry } from '../registry.ts';
import type { QueueStatus } from './queued-command.ts';
import { CommandCancelled, CommandNotQueued } from './refusals.ts';
import type { RequestSealer } from './seal-request.ts';

export interface CancelPorts {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly registry: Registry;
  readonly keys: KeyRing;
  readonly sealer: RequestSealer;
}

interface Row {
  readonly command_id: string;
  readonly type: string;
  readonly target_stream: string;
  readonly status: QueueStatus;
  readonly actor: Actor;
  readonly hash: string;
  readonly request: Buffer | null;
  readonly key_id: string | null;
  readonly enqueued_at: Date;
}

type Fields = Readonly<Record<string, unknown>>;

/** The refusal is stored as the command's outcome, so that the store decides between it and a worker that is at it. */
export const createCancelQueued = ({ pool, store, registry, keys, sealer }: CancelPorts) => {
  const recordOf = async (row: Row): Promise<CommandRecord> => {
    const { command_id: commandId, request: sealed, key_id: keyId } = row;
    const { definition } = registry.handler(row.type);
    const kept = sealed ? await sealer.open(commandId, { sealed, keyId }) : undefined;
    return {
      commandId,
      type: row.type,
      streamId: row.target_stream,
      payload: kept ? await encode(definition, storable(kept.data) as Fields, keys) : null,
      requestHash: row.hash,
      actor: row.actor,
      correlationId: kept?.correlationId ?? commandId,
      causationId: kept?.causationId ?? null,
      issuedAt: row.enqueued_at,
    };
  };

  /** Undefined where it was cancelled; otherwise why it could not be. */
  return async (commandId: string, actor: Actor): Promise<Refusal | undefined> => {
    const { rows } = await pool.query<Row>(
      `select command_id, type, target_stream, status, actor, encode(request_hash, 'hex') as hash, request, key_id, enqueued_at
       from es.queued_commands where command_id = $1`,
      [commandId],
    );
    const [row] = rows;
    if (!row) return CommandNotQueued({ commandId, status: 'unknown' });
    if (row.status === 'cancelled') return undefined;
    if (row.status !== 'queued' && row.status !== 'failed') return CommandNotQueued({ commandId, status: row.status });
    const stored = await store.refuse({ command: await recordOf(row), refusal: CommandCancelled({ by: actor.name }) });
    if ('result' in stored) return CommandNotQueued({ commandId, status: 'answered for another wish' });
    const cancelled = stored.outcome === 'rejected' && stored.refusal.code === CommandCancelled.code;
    if (!cancelled) return CommandNotQueued({ commandId, status: stored.outcome });
    await pool.query(
      `update es.queued_commands set status = 'cancelled', finished_at = now(), request = null, next_attempt_at = null
       where command_id = $1 and status in ('queued', 'failed')`,
      [commandId],
    );
    return undefined;
  };
};

/** What had failed waits again. Undefined where it does; otherwise why not. */
export const retryQueued = async (pool: Pool, commandId: string): Promise<Refusal | undefined> => {
  const { rows } = await pool.query<{ status: QueueStatus; again: boolean }>(
    `with again as (
       update es.queued_commands set status = 'queued', attempts = 0, next_attempt_at = null, finished_at = null
       where command_id = $1 and status = 'failed' and request is not null
       returning command_id
     )
     select status, exists (select from again) as again from es.queued_commands where command_id = $1`,
    [commandId],
  );
  const [row] = rows;
  return row?.again ? undefined : CommandNotQueued({ commandId, status: row?.status ?? 'unknown' });
};
