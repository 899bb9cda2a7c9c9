import type { CommandRecord, EventStore } from '@waybill/event-store';
import { type Clock, derivedId, isId, newId, type Refusal } from '@waybill/kernel';
import type { EventCodec } from '../event-codec.ts';
import { encode } from '../personal/codec.ts';
import type { KeyRing } from '../personal/key-ring.ts';
import type { Registry } from '../registry.ts';
import { createDecideAndAppend } from './decide-and-append.ts';
import { createOutcomes } from './outcomes.ts';
import { idIn, readRequest } from './read-request.ts';
import { createRecordRefusal, isSent } from './record-refusal.ts';
import type { CommandOutcome, CommandRequest } from './request.ts';
import { requestHash } from './request-hash.ts';
import type { StateStore } from './state-store.ts';
import { storable } from './storable.ts';
import type { StreamQueue } from './stream-queue.ts';
import { createUnanswered } from './unanswered.ts';

export interface ExecutePorts {
  readonly store: EventStore;
  readonly registry: Registry;
  readonly codec: EventCodec;
  readonly keys: KeyRing;
  readonly states: StateStore;
  readonly queue: StreamQueue;
  readonly clock: Clock;
  /** Signs request hashes. */
  readonly hashKey: Buffer;
  /** Called after a commit with the position of its last event. */
  readonly onCommitted: (position: number) => void;
}

type Fields = Readonly<Record<string, unknown>>;

/** Takes commands as clients send them: completes and checks them, and leads them to their decision. */
export const createExecute = (ports: ExecutePorts) => {
  const { store, registry, keys, clock, hashKey } = ports;
  const outcomes = createOutcomes(store);
  const recordRefusal = createRecordRefusal({ ...ports, outcomes });
  const decideAndAppend = createDecideAndAppend({ ...ports, outcomes, unanswered: createUnanswered() });

  return async (request: CommandRequest): Promise<CommandOutcome> => {
    const handler = registry.handler(request.type);
    const { definition, owner } = handler;
    const askedId = request.commandId ?? newId();
    const commandId = isId(askedId) ? askedId : newId();

    const recordOf = async (data: Fields, id: string): Promise<CommandRecord> => ({
      commandId,
      type: request.type,
      streamId: `${owner.category}-${id}`,
      payload: await encode(definition, data, keys),
      requestHash: requestHash(hashKey, request),
      actor: request.actor,
      correlationId: request.correlationId ?? commandId,
      causationId: request.causationId ?? null,
      issuedAt: clock.now(),
    });
    const refuseEarly = async (data: Fields, refusal: Refusal) => {
      // A refused command is stored too; one that names no aggregate stands under a stream of its own.
      const kept = storable(data) as Fields;
      const id = idIn(definition, kept);
      const streamed = id ?? derivedId('unaddressed', commandId);
      const command = await recordOf(kept, streamed);
      if (isSent(request)) return recordRefusal.early(request, command, owner, streamed, refusal);
      return outcomes.refuse(request, command, id, refusal);
    };

    const read = await readRequest(handler, request);
    if (read.refusal) return refuseEarly(read.data, read.refusal);
    const { data, id } = read;
    const command = await recordOf(data, id);
    return decideAndAppend(request, handler, data, command, id);
  };
};
