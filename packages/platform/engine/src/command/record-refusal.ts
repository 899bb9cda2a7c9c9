import type { CommandRecord } from '@waybill/event-store';
import type { Clock, Refusal } from '@waybill/kernel';
import { type AnyAggregate, streamOf } from '../define/aggregate.ts';
import type { CommandRefused } from '../process/command-refused.ts';
import type { AppendPorts } from './append-decided.ts';
import type { Part } from './decide.ts';
import type { CommandOutcome, CommandRequest, Sender } from './request.ts';

/** A command of a process. */
export type Sent = CommandRequest & { readonly sentBy: Sender };
export const isSent = (request: CommandRequest): request is Sent => request.sentBy !== undefined;

/**
 * Refuses commands of processes: the refusal is an event in the stream that refused, in the same transaction, so that the
 * answer has its place among what happened there.
 */
export const createRecordRefusal = (
  ports: Pick<AppendPorts, 'store' | 'codec' | 'states' | 'outcomes' | 'onCommitted'> & { readonly clock: Clock },
) => {
  const { store, codec, states, outcomes, onCommitted, clock } = ports;

  /** As it was decided; 'outdated': the stream has moved on since. */
  const decided = async (
    request: Sent,
    command: CommandRecord,
    { aggregate, id, streamId, at }: Pick<Part, 'aggregate' | 'id' | 'streamId' | 'at'>,
    refusal: Refusal,
  ): Promise<CommandOutcome | 'outdated'> => {
    const { commandId, type } = command;
    const { code, message: reason, details } = refusal;
    const answer: CommandRefused = {
      type: 'CommandRefused',
      data: { commandId, command: type, code, reason, details, ...request.sentBy },
    };
    const events = [await codec.encode(answer, clock.now())];
    const stream = { streamId, category: aggregate.category, expected: at.version, events };
    const result = await store.append({ command, streams: [stream], refusal });
    switch (result.result) {
      case 'appended':
        states.advance(aggregate, id, at, [answer], result.events);
        onCommitted(result.lastPosition);
        return outcomes.rejected(request, commandId, id, refusal);
      case 'conflict':
        states.forget(aggregate, id);
        return 'outdated';
      case 'duplicate':
        return outcomes.fromStored(request, result.stored, true);
      case 'idempotency-conflict':
        return outcomes.conflictOfIds(request, command, id);
      case 'closed':
      case 'broken':
        throw new Error(`A refusal at a version of ${streamId} was answered as ${result.result}`);
    }
  };

  /** Before its aggregate was asked. */
  const early = async (
    request: Sent,
    command: CommandRecord,
    aggregate: AnyAggregate,
    id: string,
    refusal: Refusal,
  ): Promise<CommandOutcome> => {
    for (;;) {
      const part = { aggregate, id, streamId: streamOf(aggregate, id), at: await states.load(aggregate, id) };
      const outcome = await decided(request, command, part, refusal);
      if (outcome !== 'outdated') return outcome;
    }
  };

  return { decided, early };
};
