import type { EventDefinition } from '../define/event.ts';
import type { Module } from '../define/module.ts';
import type { Shape } from '../personal/codec.ts';
import { shapeOf } from './lift.ts';

/** One version of an event type. */
export interface EventVersion extends Shape {
  readonly version: number;
}

/** Every version of an event type, oldest first. */
export const versionsOf = (definition: EventDefinition): EventVersion[] =>
  Array.from({ length: definition.version }, (_, index) => {
    const { type, schema, personal } = shapeOf(definition, index + 1);
    return { type, version: index + 1, schema, ...(personal ? { personal } : {}) };
  });

/** The definition as code of an earlier day had it. */
export const asOfVersion = (definition: EventDefinition, version: number): EventDefinition => ({
  ...shapeOf(definition, version),
  version,
  past: definition.past.slice(0, version - 1),
});

/** The event types of a context, each once. */
export const eventTypesOf = ({ aggregates }: Pick<Module, 'aggregates'>): EventDefinition[] => [
  ...new Set(aggregates.flatMap(({ events }) => Object.values(events))),
];
