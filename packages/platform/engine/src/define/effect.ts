import type { CommandMessage } from './command.ts';
import type { EventDefinition, EventOf, Recorded } from './event.ts';

/** What an effect may use to record its outcome. */
export interface EffectPorts {
  /** Sends a command whose id is derived from (effect, event), so a repeat is harmless. */
  execute(command: CommandMessage): Promise<void>;
}

export interface EffectDefinition<Defs extends readonly EventDefinition[]> {
  readonly name: string;
  readonly events: Defs;
  /** At least once per event, in order; must be safe to repeat under the event's id. Never run by a rebuild. */
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
