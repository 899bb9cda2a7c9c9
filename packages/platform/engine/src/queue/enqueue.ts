import { derivedId, isId, newId, type Refusal } from '@waybill/kernel';
import type { Pool } from 'pg';
import { IdempotencyConflict, InvalidInput } from '../command/refusals.ts';
import type { CommandRequest } from '../command/request.ts';
import { requestHash } from '../command/request-hash.ts';
import { laneOf } from '../consume/outbox.ts';
import type { Registry } from '../registry.ts';
import { findKnown, insertQueued, type NewQueued } from './insert-queued.ts';
import type { Enqueued, EnqueueOptions } from './queued-command.ts';
import type { RequestSealer } from './seal-request.ts';
import { sideBySide } from './side-by-side.ts';

export interface EnqueuePorts {
  readonly pool: Pool;
  readonly registry: Registry;
  readonly sealer: RequestSealer;
  /** Signs request hashes. */
  readonly hashKey: Buffer;
  /** Called when commands were queued: the moment to wake the workers up. */
  readonly onQueued: () => void;
}

export type EnqueueAnswer =
  | { readonly kind: 'queued'; readonly commands: readonly Enqueued[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Requests that are sealed at the same moment: a person who is new costs a statement. */
const TOGETHER = 8;

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';

/** Takes commands into the queue, all or none; what stands there already under the same id is answered as a duplicate. */
export const createEnqueue = ({ pool, registry, sealer, hashKey, onQueued }: EnqueuePorts) => {
  const prepare = async (request: CommandRequest, commandId: string): Promise<NewQueued> => {
    const { definition, owner } = registry.handler(request.type);
    const target = request.data[definition.target];
    const id = typeof target === 'string' && target.length > 0 ? target : derivedId('queued', commandId);
    const targetStream = `${owner.category}-${id}`.replaceAll('\u0000', '').toWellFormed();
    const { sealed, keyId } = await sealer.seal(definition, commandId, request);
    return {
      commandId,
      type: request.type,
      targetStream,
      lane: laneOf(targetStream),
      requestHash: requestHash(hashKey, request),
      actor: request.actor,
      request: sealed,
      keyId,
    };
  };

  const store = async (rows: readonly NewQueued[], options: EnqueueOptions): Promise<EnqueueAnswer> => {
    const known = await findKnown(
      pool,
      rows.map(({ commandId }) => commandId),
    );
    const first = new Map<string, NewQueued>();
    for (const row of rows) {
      const { commandId, requestHash: hash } = row;
      const others = [...(known.get(commandId)?.hashes ?? []), first.get(commandId)?.requestHash ?? hash];
      if (others.some((other) => other !== hash))
        return { kind: 'refused', refusal: IdempotencyConflict({ commandId }) };
      if (!first.has(commandId)) first.set(commandId, row);
    }
    const fresh = [...first.values()].filter(({ commandId }) => !known.get(commandId)?.queued);
    const { batchId = null, notBefore = null, priority = 0 } = options;
    try {
      if (fresh.length > 0) await insertQueued(pool, fresh, { batchId, notBefore, priority });
    } catch (error) {
      // Someone queued one of them at this very moment: now it is known.
      if (isTaken(error)) return store(rows, options);
      throw error;
    }
    if (fresh.length > 0) onQueued();
    const added = new Set(fresh);
    return {
      kind: 'queued',
      commands: rows.map((row) => ({ commandId: row.commandId, duplicate: !added.has(row) })),
    };
  };

  return async (requests: readonly CommandRequest[], options: EnqueueOptions = {}): Promise<EnqueueAnswer> => {
    const ids = requests.map(({ commandId }, index) => {
      // A batch that is sent again has the same ids, whoever made them.
      const made = () => (options.batchId ? derivedId('batch', options.batchId, index) : newId());
      return (commandId ?? made()).toLowerCase();
    });
    const invalid = [...ids, options.batchId ?? newId()].findIndex((id) => !isId(id));
    if (invalid >= 0) {
      const path = invalid < ids.length ? `${invalid}.commandId` : 'batchId';
      return { kind: 'refused', refusal: InvalidInput({ path, reason: 'it must be a UUID' }) };
    }
    const rows = await sideBySide(requests, TOGETHER, (request, index) => prepare(request, ids[index] ?? ''));
    return store(rows, options);
  };
};
