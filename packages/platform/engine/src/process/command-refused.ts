import { z } from 'zod';
import { defineEvents, type EventFrom, event, type Recorded } from '../define/event.ts';

/**
 * Events of the engine itself, in the streams of any aggregate. Aggregates do not evolve by them; the stream's version
 * counts them.
 */
export const engineEvents = defineEvents({
  /** A process's command was refused: the answer, in the stream of the aggregate that gave it. */
  CommandRefused: event(
    1,
    z.object({
      commandId: z.string(),
      /** The command's type. */
      command: z.string(),
      /** Of the refusal. */
      code: z.string(),
      /** Its message: for people. */
      reason: z.string(),
      details: z.record(z.string(), z.unknown()),
      process: z.string(),
      instance: z.string(),
      /** Which answer of the instance sent it, its number there, and the try. */
      inputId: z.string(),
      index: z.number(),
      attempt: z.number(),
    }),
  ),
});

export type CommandRefused = EventFrom<typeof engineEvents.CommandRefused>;

export const isEngineEvent = ({ type }: { readonly type: string }): boolean => type in engineEvents;

export const isRefusalOf = (process: string, happened: Recorded): happened is Recorded<CommandRefused> =>
  happened.type === engineEvents.CommandRefused.type && (happened as Recorded<CommandRefused>).data.process === process;
