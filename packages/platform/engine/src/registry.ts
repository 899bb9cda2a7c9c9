import type { AnyAggregate } from './define/aggregate.ts';
import type { CommandDefinition } from './define/command.ts';
import type { EventDefinition } from './define/event.ts';
import type { JointCommand } from './define/joint-command.ts';
import type { Module, Prepare } from './define/module.ts';
import { engineEvents } from './process/command-refused.ts';

/** Who handles a command. */
export interface Handler {
  readonly definition: CommandDefinition;
  readonly owner: AnyAggregate;
  /** Set where the decision takes more than the owner's stream. */
  readonly joint?: JointCommand;
  readonly prepare?: Prepare;
}

export interface Registry {
  /** Throws for a command that no module handles: that is a wiring fault, not bad input. */
  handler(commandType: string): Handler;
  /** Whether a module of this process handles it. */
  handles(commandType: string): boolean;
  event(type: string): EventDefinition;
  /** Undefined for an event that no module of this process knows. */
  findEvent(type: string): EventDefinition | undefined;
}

const addOnce = <V>(map: Map<string, V>, what: string, name: string, value: V, same: (a: V, b: V) => boolean) => {
  const known = map.get(name);
  if (known !== undefined && !same(known, value)) throw new Error(`${what} ${name} is defined twice`);
  map.set(name, value);
};

/** Everything the modules define, by name; refuses two things of one name. */
export const createRegistry = (modules: readonly Module[]): Registry => {
  const handlers = new Map<string, Handler>();
  const events = new Map<string, EventDefinition>(
    Object.values(engineEvents).map((definition) => [definition.type, definition]),
  );
  const consumers = new Map<string, object>();
  const never = () => false;

  for (const module of modules) {
    const { projections = [], counters = [], processes = [], effects = [] } = module;
    // They keep their place in the log by name: two of one name would each pass over what the other has seen.
    for (const consumer of [...projections, ...counters, ...processes, ...effects])
      addOnce(consumers, 'Consumer', consumer.name, consumer, never);
    const prepareOf = (type: string) => {
      const prepare = module.prepare?.[type];
      return prepare ? { prepare } : {};
    };
    const joint = module.jointCommands ?? [];
    const jointTypes = new Set(joint.map(({ command }) => command.type));
    for (const owner of module.aggregates) {
      for (const definition of Object.values(owner.events))
        addOnce(events, 'Event', definition.type, definition, Object.is);
      for (const definition of Object.values(owner.commands)) {
        if (jointTypes.has(definition.type)) continue;
        addOnce(handlers, 'Command', definition.type, { definition, owner, ...prepareOf(definition.type) }, never);
      }
    }
    for (const command of joint) {
      const { type } = command.command;
      const handler = { definition: command.command, owner: command.owner, joint: command, ...prepareOf(type) };
      addOnce<Handler>(handlers, 'Command', type, handler, never);
    }
  }

  const get = <V>(map: Map<string, V>, what: string, name: string): V => {
    const found = map.get(name);
    if (found === undefined) throw new Error(`No module of this process knows the ${what} ${name}`);
    return found;
  };
  return {
    handler: (type) => get(handlers, 'command', type),
    handles: (type) => handlers.has(type),
    event: (type) => get(events, 'event', type),
    findEvent: (type) => events.get(type),
  };
};
