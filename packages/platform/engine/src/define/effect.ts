import type { CommandMessage } from './command.ts';
import type { EventDefinition, EventOf, Recorded } from './event.ts';

/** What an effect may use to record its outcome. */
export interface EffectPorts {
  /** The same for every try of this effect with this event (a UUID): what it calls should do a thing once per key. */
  readonly idempotencyKey: string;
  /** Which try it is, from 1. */
  readonly attempt: number;
  /** Sends a command whose id is derived from (effect, event), so a repeat is harmless. */
  execute(command: CommandMessage): Promise<void>;
}

export interface EffectDefinition<Defs extends readonly EventDefinition[]> {
  readonly name: string;
  readonly events: Defs;
  /**
   * At least once per event, those of one aggregate in order; must be safe to repeat under the idempotency key. Tried again
   * with growing pauses where it throws, then a dead letter. Never run by a rebuild, nor after its success was recorded.
   */
  readonly run: (event: Recorded<EventOf<Defs>>, ports: EffectPorts) => Promise<void>;
}

export interface Effect {
  readonly name: string;
  readonly events: readonly EventDefinition[];
  run(event: Recorded, ports: EffectPorts): Promise<void>;
}

/** An effect touches the outside (a document to render, a mail to send), and records what came of it. */
export const defineEffect = <const Defs extends readonly EventDefinition[]>(
  definition: EffectDefinition<Defs>,
): EffectDefinition<Defs> & Effect => definition as EffectDefinition<Defs> & Effect;
