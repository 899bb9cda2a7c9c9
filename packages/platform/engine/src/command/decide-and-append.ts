import { setTimeout as wait } from 'node:timers/promises';
import type { CommandRecord } from '@waybill/event-store';
import type { Clock } from '@waybill/kernel';
import type { DecisionContext } from '../define/aggregate.ts';
import { holdsInAnyOrder } from '../define/command.ts';
import type { Handler } from '../registry.ts';
import { type Appended, type AppendPorts, createAppendDecided } from './append-decided.ts';
import { type Decided, decideOnce, isFresh, type Trust } from './decide.ts';
import { createRecordRefusal, isSent } from './record-refusal.ts';
import { NotReadyYet, VersionConflict } from './refusals.ts';
import type { CommandOutcome, CommandRequest } from './request.ts';
import type { StreamQueue } from './stream-queue.ts';

type Fields = Readonly<Record<string, unknown>>;
/** Milliseconds. */
const PATIENCE = 2_000;

/**
 * What a turn came to: an answer, perhaps still to come; 'stale': it must not rest on memory; 'waiting': what it waits
 * for has not happened yet.
 */
type Turn = { readonly answer: Promise<Appended> } | CommandOutcome | 'stale' | 'waiting' | 'outdated';

/** load → decide → append; a lost race is decided again unless the caller named the version it saw. */
export const createDecideAndAppend = (ports: AppendPorts & { readonly queue: StreamQueue; readonly clock: Clock }) => {
  const { store, queue, clock, outcomes } = ports;
  const append = createAppendDecided(ports);
  const recordRefusal = createRecordRefusal(ports);

  return async (
    request: CommandRequest,
    handler: Handler,
    data: Fields,
    command: CommandRecord,
    id: string,
  ): Promise<CommandOutcome> => {
    const now = clock.now();
    const occurredAt = request.occurredAt ?? now;
    const { expectedVersion } = request;
    const context: DecisionContext = { now, occurredAt, actor: request.actor, commandId: command.commandId };
    const deadline = Date.now() + (request.patience ?? PATIENCE);
    const inAnyOrder = holdsInAnyOrder(handler.definition, data) && !handler.joint && expectedVersion === undefined;

    const conclude = async (decided: Decided): Promise<Turn> => {
      const { decision, parts } = decided;
      const happened = decision.kind === 'accepted' && decision.events.length > 0;
      // Only an append is guarded by the expected version; any other answer must not come from memory.
      if (!happened && !isFresh(decided)) return 'stale';
      const actualVersion = parts[0].at.version;
      const blind = inAnyOrder && happened && actualVersion > 0;
      // What begins the stream takes its turn in the queue.
      if (inAnyOrder && !blind && trust === 'promised') return 'stale';
      if (expectedVersion !== undefined && expectedVersion !== actualVersion)
        return outcomes.refuse(request, command, id, VersionConflict({ expectedVersion, actualVersion }));
      if (decision.kind === 'refused')
        return isSent(request)
          ? recordRefusal.decided(request, command, parts[0], decision.refusal)
          : outcomes.refuse(request, command, id, decision.refusal);
      if (decision.kind === 'accepted')
        return append({ request, command, decided: { parts, decision }, occurredAt, blind });
      const known = await store.outcome(command.commandId, command.requestHash);
      if (known === 'idempotency-conflict') return outcomes.conflictOfIds(request, command, id);
      if (known) return outcomes.fromStored(request, known, true);
      if (Date.now() < deadline) return 'waiting';
      return outcomes.rejected(request, command.commandId, id, NotReadyYet({ reason: decision.reason }));
    };

    let trust: Trust = expectedVersion === undefined ? 'promised' : 'store';
    for (let attempt = 0; ; attempt += 1) {
      // A turn per attempt: what is waited for may come by a command for this very stream.
      const decide = () => decideOnce(handler, data, id, context, ports, trust, conclude);
      const turn = inAnyOrder && trust === 'promised' ? await decide() : await queue.run(command.streamId, decide);
      if (turn === 'stale') {
        trust = 'store';
        continue;
      }
      const outcome = typeof turn === 'object' && 'answer' in turn ? await turn.answer : turn;
      if (typeof outcome === 'object') return outcome;
      // At once, and so in the order in which they came.
      if (outcome === 'broken') continue;
      trust = 'store';
      // Jitter, so that two processes on one stream do not keep step.
      await wait(Math.random() * Math.min(2 ** attempt, 100));
    }
  };
};
