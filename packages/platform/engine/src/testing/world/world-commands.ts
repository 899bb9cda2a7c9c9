import { type Clock, newId, type Refusal } from '@waybill/kernel';
import { type Decided, decideOnce } from '../../command/decide.ts';
import { nothingYet } from '../../command/fold-on.ts';
import { readRequest } from '../../command/read-request.ts';
import type { CommandRequest } from '../../command/request.ts';
import { createStreamQueue } from '../../command/stream-queue.ts';
import { createUnanswered } from '../../command/unanswered.ts';
import type { AnyAggregate } from '../../define/aggregate.ts';
import type { Recorded } from '../../define/event.ts';
import { createFork } from '../../fork/fork.ts';
import type { CommandRefused } from '../../process/command-refused.ts';
import type { Registry } from '../../registry.ts';

/** What became of a command. `waiting`: it has to be sent again, as nothing is stored. */
export type Answer =
  | { readonly kind: 'accepted'; readonly events: readonly Recorded[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'waiting'; readonly reason: string };

/** Streams that begin empty. Nothing but memory is asked. */
export const emptyStreams = () =>
  createFork({
    states: {
      recall: () => undefined,
      load: async (aggregate: AnyAggregate) => ({ ...nothingYet(aggregate), fresh: true }),
      advance: () => {},
      forget: () => {},
    },
    history: async () => [],
  });

export interface WorldCommandsPorts {
  readonly streams: ReturnType<typeof emptyStreams>;
  readonly registry: Registry;
  readonly clock: Clock;
}

/**
 * Takes commands to the deciders of production, one at a time. The same id again is answered as the first time; a refusal
 * of a process's command is an event in the stream that gave it.
 */
export const createWorldCommands = ({ streams, registry, clock }: WorldCommandsPorts) => {
  const outcomes = new Map<string, { readonly asked: string; readonly answer: Answer }>();
  const ports = { states: streams.states, queue: createStreamQueue(), unanswered: createUnanswered() };

  const decide = async (request: CommandRequest, commandId: string): Promise<Answer> => {
    const handler = registry.handler(request.type);
    const now = clock.now();
    const from = {
      commandId,
      actor: request.actor,
      correlationId: request.correlationId ?? commandId,
      causationId: request.causationId ?? null,
      occurredAt: request.occurredAt ?? now,
      recordedAt: now,
    };
    const refuse = async (id: string, refusal: Refusal): Promise<Answer> => {
      if (!request.sentBy) return { kind: 'refused', refusal };
      const { code, message: reason, details } = refusal;
      const data = { commandId, command: request.type, code, reason, details, ...request.sentBy };
      const event: CommandRefused = { type: 'CommandRefused', data };
      streams.add(handler.owner, id, await streams.states.load(handler.owner, id), event, from);
      return { kind: 'refused', refusal };
    };
    const store = ({ parts, decision }: Decided): readonly Recorded[] =>
      decision.kind !== 'accepted'
        ? []
        : decision.events.flatMap(({ on, event }) => {
            const part = parts.find(({ name }) => name === on);
            return part ? [streams.add(part.aggregate, part.id, part.at, event, from)] : [];
          });

    const read = await readRequest(handler, request);
    if (read.refusal) return refuse(String(read.data[handler.definition.target]), read.refusal);
    const context = { now, occurredAt: from.occurredAt, actor: request.actor, commandId };
    return decideOnce(handler, read.data, read.id, context, ports, 'store', async (decided): Promise<Answer> => {
      const { decision } = decided;
      if (decision.kind === 'refused') return refuse(read.id, decision.refusal);
      if (decision.kind === 'deferred') return { kind: 'waiting', reason: decision.reason };
      return { kind: 'accepted', events: store(decided) };
    });
  };

  return async (request: CommandRequest): Promise<Answer> => {
    const commandId = request.commandId ?? newId();
    const asked = JSON.stringify([request.type, request.data]);
    const known = outcomes.get(commandId);
    if (known && known.asked !== asked)
      throw new Error(`One id, two commands: ${known.asked} was sent before ${asked}`);
    if (known) return known.answer;
    const answer = await decide(request, commandId);
    if (answer.kind !== 'waiting') outcomes.set(commandId, { asked, answer });
    return answer;
  };
};
