import {
  type AppendResult,
  type CommandRecord,
  type EventStore,
  newChain,
  type RecordedEvent,
  type StreamAppend,
} from '@waybill/event-store';
import type { AnyEvent } from '../define/event.ts';
import type { EventCodec } from '../event-codec.ts';
import type { Decided, Part } from './decide.ts';
import type { Outcomes } from './outcomes.ts';
import { StreamClosed, VersionConflict } from './refusals.ts';
import type { CommandOutcome, CommandRequest } from './request.ts';
import type { StateStore } from './state-store.ts';
import type { Unanswered } from './unanswered.ts';

export interface AppendPorts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly states: StateStore;
  readonly unanswered: Unanswered;
  readonly outcomes: Outcomes;
  /** Called after a commit with the position of its last event. */
  readonly onCommitted: (position: number) => void;
}

/** A decision that is to be stored. */
export interface Accepted {
  readonly request: CommandRequest;
  readonly command: CommandRecord;
  readonly decided: Decided & { readonly decision: { readonly kind: 'accepted' } };
  readonly occurredAt: Date;
  /** Holds whatever else the stream has recorded meanwhile. */
  readonly blind: boolean;
}

/** What became of it; 'outdated': others were faster; 'broken': what it was decided upon did not come to be. */
export type Appended = CommandOutcome | 'outdated' | 'broken';

/**
 * Appends what was decided. Resolves when the next command for the stream may have its turn. Where one stream is
 * appended to, that is at once, with the answer to come: the next is decided upon what this append promises. Otherwise,
 * and where the client named the version that it saw, it is with the answer.
 */
export const createAppendDecided = (ports: AppendPorts) => {
  const { store, codec, states, unanswered, outcomes, onCommitted } = ports;

  /** Keeps what the streams have come to. */
  const remember = (
    { decided: { parts }, blind }: Accepted,
    eventsOf: (part: Part) => AnyEvent[],
    recorded: readonly RecordedEvent[],
  ): void => {
    for (const part of parts) {
      const { aggregate, id, streamId, at } = part;
      const events = eventsOf(part);
      const own = recorded.filter((event) => event.streamId === streamId);
      // A blind append may have landed anywhere; it is folded into what is known where that reaches up to it.
      const from = blind ? states.recall(aggregate, id) : at;
      if (from && (own[0]?.version ?? from.version + 1) === from.version + 1)
        states.advance(aggregate, id, from, events, own);
    }
  };

  const answer = async (accepted: Accepted, eventsOf: (part: Part) => AnyEvent[], result: AppendResult) => {
    const { request, command, decided } = accepted;
    const { parts, decision } = decided;
    const [owner] = parts;
    switch (result.result) {
      case 'appended': {
        remember(accepted, eventsOf, result.events);
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
        } satisfies CommandOutcome;
      }
      case 'conflict': {
        // What was in memory is not what is stored.
        for (const { aggregate, id } of parts) states.forget(aggregate, id);
        const { expectedVersion } = request;
        if (expectedVersion === undefined) return 'outdated';
        const refusal = VersionConflict({ expectedVersion, actualVersion: result.actualVersion });
        return outcomes.refuse(request, command, owner.id, refusal);
      }
      case 'broken':
        return 'broken';
      case 'closed':
        return outcomes.refuse(request, command, owner.id, StreamClosed({ streamId: result.streamId }));
      case 'duplicate':
        return outcomes.fromStored(request, result.stored, true);
      case 'idempotency-conflict':
        return outcomes.conflictOfIds(request, command, owner.id);
    }
  };

  return async (accepted: Accepted): Promise<{ readonly answer: Promise<Appended> }> => {
    const { request, command, decided, occurredAt, blind } = accepted;
    const { parts, decision } = decided;
    const [owner] = parts;
    const eventsOf = ({ name }: Part) => decision.events.filter(({ on }) => on === name).map(({ event }) => event);
    // The place of a fact among others is known once it is recorded: it promises nothing before.
    const inOrder = owner.aggregate.sequenceOf === undefined;
    const alone =
      inOrder && parts.length === 1 && decision.events.length > 0 && request.expectedVersion === undefined && !blind;
    const chain = alone ? (owner.at.chain ?? newChain()) : undefined;
    const streams = await Promise.all(
      parts.map(
        async (part): Promise<StreamAppend> => ({
          streamId: part.streamId,
          category: part.aggregate.category,
          expected: blind ? 'ANY' : part.at.version,
          events: await Promise.all(eventsOf(part).map((event) => codec.encode(event, occurredAt))),
          ...(chain ? { chain } : {}),
        }),
      ),
    );
    const result = store.append({ command, streams });
    const answered = result.then((appended) => answer(accepted, eventsOf, appended));
    if (blind) return { answer: answered };
    if (!chain) {
      await answered;
      return { answer: answered };
    }
    const { aggregate, at } = owner;
    const events = eventsOf(owner);
    const state = events.reduce((before, event) => aggregate.evolve(before, event), at.state);
    const promised = { state, version: at.version + events.length, position: at.position, fresh: false, chain };
    // Not before the answer is remembered: who waits for it reads what is in memory.
    unanswered.add(owner.streamId, promised, answered);
    return { answer: answered };
  };
};
