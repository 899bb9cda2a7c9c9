import { builder } from '../builder.ts';

interface KnownType {
  readonly type: string;
  readonly category: string;
}

const EventType = builder.objectRef<KnownType>('EventType').implement({
  fields: (t) => ({
    type: t.exposeString('type'),
    category: t.exposeString('category', { description: 'The kind of aggregate that records it, e.g. order.' }),
  }),
});

builder.queryField('eventTypes', (t) =>
  t.field({
    type: [EventType],
    description: 'The types of events that this API knows, in the order of the alphabet.',
    resolve: (_root, _args, { engine }) => {
      const owners = engine.modules.flatMap(({ aggregates }) => aggregates);
      const known = new Map(
        owners.flatMap(({ events, category }) => Object.values(events).map(({ type }) => [type, { type, category }])),
      );
      return [...known.values()].sort((a, b) => a.type.localeCompare(b.type));
    },
  }),
);
