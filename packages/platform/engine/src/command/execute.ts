import { setTimeout as wait } from 'node:timers/promises';
import type { AppendItem, CommandRecord, EventStore, StoredOutcome } from '@waybill/event-store';
import { type Clock, derivedId, isId, newId, type Refusal } from '@waybill/kernel';
import type { DecisionContext } from '../define/aggregate.ts';
import type { EventCodec } from '../event-codec.ts';
import { encode } from '../personal/codec.ts';
import type { KeyRing } from '../personal/key-ring.ts';
import type { Handler, Registry } from '../registry.ts';
import { type Decided, decideOnce, isFresh } from './decide.ts';
import { IdempotencyConflict, InvalidInput, NotReadyYet, StreamClosed, VersionConflict } from './refusals.ts';
import type { CommandOutcome, CommandRequest } from './request.ts';
import { canonical, requestHash } from './request-hash.ts';
import type { StateStore } from './state-store.ts';
import { storable, unstorablePath } from './storable.ts';
import type { StreamQueue } from './stream-queue.ts';

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
const PATIENCE = 2_000;
/** Ids are names of streams, and stand in indexes. */
const LONGEST_ID = 200;
/** Calendars, tables and documents agree on these instants: from 1900 until before the year 10000. */
const isDatable = (instant: Date): boolean =>
  instant.getTime() >= Date.UTC(1900, 0, 1) && instant.getTime() < Date.UTC(10_000, 0, 1);

/** load → decide → append; a lost race is decided again unless the caller named the version it saw. */
export const createExecute = (ports: ExecutePorts) => {
  const { store, registry, codec, keys, states, queue, clock, hashKey, onCommitted } = ports;

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

  const append = async (
    request: CommandRequest,
    command: CommandRecord,
    { parts, decision }: Decided & { readonly decision: { readonly kind: 'accepted' } },
    occurredAt: Date,
  ): Promise<CommandOutcome | 'again'> => {
    const [owner] = parts;
    const eventsOf = (name: string) => decision.events.filter(({ on }) => on === name).map(({ event }) => event);
    const item: AppendItem = {
      command,
      streams: await Promise.all(
        parts.map(async ({ name, streamId, aggregate, at }) => ({
          streamId,
          category: aggregate.category,
          expected: at.version === 0 ? ('NO_STREAM' as const) : at.version,
          events: await Promise.all(eventsOf(name).map((event) => codec.encode(event, occurredAt))),
        })),
      ),
    };
    const result = await store.append(item);
    switch (result.result) {
      case 'appended': {
        for (const { name, aggregate, id, streamId, at } of parts) {
          const recorded = result.events.filter((event) => event.streamId === streamId);
          states.advance(aggregate, id, at, eventsOf(name), recorded);
        }
        const some = decision.events.length > 0;
        if (some) onCommitted(result.lastPosition);
        return {
          status: 'accepted',
          commandId: command.commandId,
          type: request.type,
          aggregateId: owner.id,
          streamId: owner.streamId,
          version: result.versions[owner.streamId] ?? owner.at.version,
          position: some ? result.lastPosition : null,
          events: decision.events.map(({ event }) => ({ type: event.type })),
          duplicate: false,
        };
      }
      case 'conflict': {
        if (request.expectedVersion === undefined) return 'again';
        const { expectedVersion } = request;
        const refusal = VersionConflict({ expectedVersion, actualVersion: result.actualVersion });
        return refuse(request, command, owner.id, refusal);
      }
      case 'closed':
        return refuse(request, command, owner.id, StreamClosed({ streamId: result.streamId }));
      case 'duplicate':
        return fromStored(request, result.stored, true);
      case 'idempotency-conflict':
        return conflictOfIds(request, command, owner.id);
    }
  };

  const decideAndAppend = async (
    request: CommandRequest,
    handler: Handler,
    data: Fields,
    command: CommandRecord,
    id: string,
  ): Promise<CommandOutcome> => {
    const now = clock.now();
    const occurredAt = request.occurredAt ?? now;
    const context: DecisionContext = { now, occurredAt, actor: request.actor, commandId: command.commandId };
    const deadline = Date.now() + (request.patience ?? PATIENCE);
    let trust = request.expectedVersion === undefined;
    // Answers with what became of the command, or with why it has to be decided again.
    const conclude = async (decided: Decided): Promise<CommandOutcome | 'again' | 'stale'> => {
      const { decision, parts } = decided;
      const happened = decision.kind === 'accepted' && decision.events.length > 0;
      // Only an append is guarded by the expected version; any other answer must not come from memory.
      if (!happened && !isFresh(decided)) return 'stale';
      const actualVersion = parts[0].at.version;
      const { expectedVersion } = request;
      if (expectedVersion !== undefined && expectedVersion !== actualVersion)
        return refuse(request, command, id, VersionConflict({ expectedVersion, actualVersion }));
      if (decision.kind === 'refused') return refuse(request, command, id, decision.refusal);
      if (decision.kind === 'accepted') return append(request, command, { parts, decision }, occurredAt);
      const known = await store.outcome(command.commandId, command.requestHash);
      if (known === 'idempotency-conflict') return conflictOfIds(request, command, id);
      if (known) return fromStored(request, known, true);
      if (Date.now() < deadline) return 'again';
      return rejected(request, command.commandId, id, NotReadyYet({ reason: decision.reason }));
    };
    for (let attempt = 0; ; attempt += 1) {
      // A turn per attempt: what is waited for may come by a command for this very stream.
      const decide = () => decideOnce(handler, data, id, context, ports, trust, conclude);
      const outcome = await queue.run(command.streamId, decide);
      if (typeof outcome === 'object') return outcome;
      trust = false;
      // Jitter, so that two processes on one stream do not keep step.
      if (outcome === 'again') await wait(Math.random() * Math.min(2 ** attempt, 100));
    }
  };

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
      return refuse(request, await recordOf(kept, id ?? derivedId('unaddressed', commandId)), id, refusal);
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
