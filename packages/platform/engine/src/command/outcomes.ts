import type { CommandRecord, EventStore, StoredOutcome } from '@waybill/event-store';
import { derivedId, type Refusal } from '@waybill/kernel';
import { IdempotencyConflict } from './refusals.ts';
import type { CommandOutcome, CommandRequest } from './request.ts';
import { canonical } from './request-hash.ts';

/** What callers are told of their commands; a refusal is stored before it is told. */
export const createOutcomes = (store: EventStore) => {
  const rejected = (
    request: CommandRequest,
    commandId: string,
    id: string | null,
    refusal: Refusal,
    duplicate = false,
  ) =>
    ({
      status: 'rejected',
      commandId,
      type: request.type,
      aggregateId: id,
      refusal,
      duplicate,
    }) satisfies CommandOutcome;

  const fromStored = (request: CommandRequest, stored: StoredOutcome, duplicate: boolean): CommandOutcome => {
    const id = stored.streamId.slice(stored.streamId.indexOf('-') + 1);
    if (stored.outcome === 'rejected')
      return rejected(request, stored.commandId, id, stored.refusal as Refusal, duplicate);
    const { commandId, streamId, version, lastPosition } = stored;
    const position = lastPosition > 0 ? lastPosition : null;
    return {
      status: 'accepted',
      commandId,
      type: request.type,
      aggregateId: id,
      streamId,
      version,
      position,
      events: [],
      duplicate,
    };
  };

  /** The id belongs to another wish; this one is kept, with its refusal, under an id derived from both. */
  const conflictOfIds = async (request: CommandRequest, command: CommandRecord, id: string | null) => {
    const { commandId, requestHash: hash } = command;
    const refusal = IdempotencyConflict({ commandId });
    await store.refuse({ command: { ...command, commandId: derivedId('conflict', commandId, hash) }, refusal });
    return rejected(request, commandId, id, refusal);
  };

  const refuse = async (request: CommandRequest, command: CommandRecord, id: string | null, refusal: Refusal) => {
    const stored = await store.refuse({ command, refusal });
    if ('result' in stored) {
      return conflictOfIds(request, command, id);
    }
    // The store does not say who was first; an answer other than ours was there before.
    const first = stored.outcome === 'rejected' && canonical(stored.refusal) === canonical(refusal);
    return fromStored(request, stored, !first);
  };

  return { rejected, fromStored, conflictOfIds, refuse };
};
export type Outcomes = ReturnType<typeof createOutcomes>;
