import { groupBy } from '../batch.ts';
import type { StoredCommand } from '../commands-by-id.ts';
import type { Step, StoryEvent } from './step.ts';

export interface Story {
  /** By position. */
  readonly events: readonly StoryEvent[];
  /** The commands that made these events, and those that one of these events caused and that were refused. */
  readonly commands: readonly StoredCommand[];
}

/** An event's consequences: the commands it caused, what they recorded, what that caused, and so on; nearest first. Pure. */
export const consequencesOf = (eventId: string, { events, commands }: Story, depth: number): Step[] => {
  const byCause = groupBy(commands, ({ causationId }) => causationId ?? '');
  const byCommand = groupBy(events, ({ commandId }) => commandId ?? '');
  const known = new Map(events.map((event) => [event.id, event]));
  const steps: Step[] = [];
  // An id names one cause only, so that nothing is met twice; the depth ends it even in a log that was tampered with.
  for (let level = 1, causes = [eventId]; level <= depth && causes.length > 0; level += 1) {
    const next = causes.flatMap((cause) =>
      (byCause.get(cause) ?? []).map(
        (command): Step => ({
          depth: level,
          command,
          cause: known.get(cause) ?? null,
          events: byCommand.get(command.id) ?? [],
        }),
      ),
    );
    steps.push(...next);
    causes = next.flatMap((step) => step.events.map(({ id }) => id));
  }
  return steps;
};
