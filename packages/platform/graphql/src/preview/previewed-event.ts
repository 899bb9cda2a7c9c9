import type { Recorded } from '@waybill/engine';
import { builder } from '../builder.ts';
import { summaryOf } from '../summary.ts';

export const PreviewedEvent = builder.objectRef<Recorded>('PreviewedEvent').implement({
  description: 'An event that would be recorded.',
  fields: (t) => ({
    type: t.exposeString('type'),
    summary: t.string({ description: 'One line for people.', resolve: summaryOf }),
    stream: t.exposeString('streamId'),
    category: t.exposeString('category', { description: 'The kind of aggregate, e.g. order.' }),
    aggregateId: t.id({ resolve: ({ id }) => id }),
    version: t.exposeInt('version'),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    data: t.field({ type: 'JSON', resolve: ({ data }) => data }),
  }),
});
