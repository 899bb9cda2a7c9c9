import { derivedId } from '@waybill/kernel';
import type { CommandOutcome, CommandRequest } from '../command/request.ts';
import type { Effect } from '../define/effect.ts';
import type { Recorded } from '../define/event.ts';

export type Execute = (request: CommandRequest) => Promise<CommandOutcome>;

/** Runs an effect for one event. Its commands have ids derived from the event: run again, they meet their outcomes. */
export const runEffect = (effect: Effect, execute: Execute, event: Recorded, attempt = 1): Promise<void> => {
  let index = 0;
  return effect.run(event, {
    idempotencyKey: derivedId('effect', effect.name, event.eventId),
    attempt,
    async execute({ occurredAt, ...command }) {
      const outcome = await execute({
        ...command,
        ...(occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt) }),
        commandId: derivedId('effect', effect.name, event.eventId, index++),
        correlationId: event.correlationId,
        causationId: event.eventId,
        actor: { kind: 'system', id: effect.name, name: effect.name },
      });
      if (outcome.status === 'rejected') throw new Error(`${command.type} was refused: ${outcome.refusal.message}`);
    },
  });
};
