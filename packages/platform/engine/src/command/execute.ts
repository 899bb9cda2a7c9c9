import type { CommandRecord, EventStore } from '@waybill/event-store';
import { type Clock, derivedId, isId, newId, type Refusal } from '@waybill/kernel';
import type { EventCodec } from '../event-codec.ts';
import { encode } from '../personal/codec.ts';
import type { KeyRing } from '../personal/key-ring.ts';
import type { Registry } from '../registry.ts';
import { createDecideAndAppend } from './decide-and-append.ts';
import { createOutcomes } from './outcomes.ts';
import { InvalidInput } from './refusals.ts';
import type { CommandOutcome, CommandRequest } from './request.ts';
import { requestHash } from './request-hash.ts';
import type { StateStore } from './state-store.ts';
import { storable, unstorablePath } from './storable.ts';
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
/** Ids are names of streams, and stand in indexes. */
const LONGEST_ID = 200;
/** Calendars, tables and documents agree on these instants: from 1900 until before the year 10000. */
const isDatable = (instant: Date): boolean =>
  instant.getTime() >= Date.UTC(1900, 0, 1) && instant.getTime() < Date.UTC(10_000, 0, 1);

/** Takes commands as clients send them: completes and checks them, and leads them to their decision. */
export const createExecute = (ports: ExecutePorts) => {
  const { store, registry, keys, clock, hashKey } = ports;
  const outcomes = createOutcomes(store);
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
    const idIn = (data: Fields): string | null => {
      const id = data[definition.target];
      return typeof id === 'string' && id.length > 0 && id.length <= LONGEST_ID ? id : null;
    };
    const refuseEarly = async (data: Fields, refusal: Refusal) => {
      // A refused command is stored too; one that names no aggregate stands under a stream of its own.
      const kept = storable(data) as Fields;
      const id = idIn(kept);
      return outcomes.refuse(request, await recordOf(kept, id ?? derivedId('unaddressed', commandId)), id, refusal);
    };

    if (!isId(askedId))
      return refuseEarly(request.data, InvalidInput({ path: 'commandId', reason: 'it must be a UUID' }));
    if (request.occurredAt && !isDatable(request.occurredAt)) {
      const reason = 'no business happened then; give an instant of the years 1900 to 9999';
      return refuseEarly(request.data, InvalidInput({ path: 'occurredAt', reason }));
    }
    const unstorable = unstorablePath(request.data);
    if (unstorable !== undefined) {
      const reason = 'it holds a character that is no text (NUL, or half of a character)';
      return refuseEarly(request.data, InvalidInput({ path: storable(unstorable) as string, reason }));
    }
    const prepared = handler.prepare
      ? await handler.prepare(request.data)
      : ({ kind: 'prepared', data: request.data } as const);
    if (prepared.kind === 'refused') return refuseEarly(request.data, prepared.refusal);
    const parsed = definition.schema.safeParse(prepared.data);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const path = issue?.path.map(String).join('.') ?? '';
      return refuseEarly(prepared.data, InvalidInput({ path, reason: issue?.message ?? 'it does not fit' }));
    }
    const data: Fields = parsed.data;
    const id = idIn(data);
    if (id === null)
      return refuseEarly(data, InvalidInput({ path: definition.target, reason: 'it is missing or too long' }));
    const command = await recordOf(data, id);
    return decideAndAppend(request, handler, data, command, id);
  };
};
