import type { Projection, Recorded } from '@waybill/engine';
import { type Change, changeOf } from './change.ts';

/** A topic that no projection of this process has. */
export class UnknownTopic extends Error {
  constructor(topic: string, known: Iterable<string>) {
    super(`There is no topic '${topic}': choose of ${[...known].sort().join(', ')}.`);
    this.name = 'UnknownTopic';
  }
}

/** The projections as topics: which event types each follows, and which rows an event touches. */
export interface Topics {
  readonly projections: readonly Projection[];
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly freshness: ReadonlyMap<string, number>;
  /** The topics that follow an event type. */
  following(type: string): readonly string[];
  /** The event types of these topics; throws {@link UnknownTopic}. */
  typesOf(topics: readonly string[]): readonly string[];
  change(event: Recorded): Change;
}

export const createTopics = (projections: readonly Projection[]): Topics => {
  const byName = new Map(projections.map((projection) => [projection.name, projection]));
  const byType = new Map<string, Projection[]>();
  for (const projection of projections) {
    for (const { type } of projection.events) byType.set(type, [...(byType.get(type) ?? []), projection]);
  }
  const names = new Map([...byType].map(([type, list]) => [type, list.map(({ name }) => name)]));
  return {
    projections: [...byName.values()],
    names: [...byName.keys()],
    types: [...byType.keys()],
    freshness: new Map(projections.map(({ name, freshness }) => [name, freshness])),
    following: (type) => names.get(type) ?? [],
    typesOf(topics) {
      const types = topics.flatMap((topic) => {
        const projection = byName.get(topic);
        if (!projection) throw new UnknownTopic(topic, byName.keys());
        return projection.events.map(({ type }) => type);
      });
      return [...new Set(types)];
    },
    change(event) {
      const keys = (byType.get(event.type) ?? []).flatMap((projection) => projection.keys(event));
      return changeOf(event, names.get(event.type) ?? [], [...new Set(keys)]);
    },
  };
};
