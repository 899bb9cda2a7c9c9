import type { StoredCommand } from '../commands-by-id.ts';
import type { EventReference } from '../events-by-id.ts';

/** An event of a story, with the command that made it and the event that caused that command. */
export interface StoryEvent extends EventReference {
  readonly commandId: string | null;
  readonly causationId: string | null;
}

/** One command on the way from a cause to its consequences. */
export interface Step {
  /** How many commands away from the event that was asked about, from 1. */
  readonly depth: number;
  readonly command: StoredCommand;
  /** The event that caused the command. */
  readonly cause: EventReference | null;
  /** What the command recorded. */
  readonly events: readonly EventReference[];
}
