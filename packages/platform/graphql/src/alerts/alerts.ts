import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import { watched } from '../watched.ts';
import { type AlertRow, countAlerts, findAlerts } from './find-alerts.ts';

const AlertRef = builder.objectRef<AlertRow>('Alert').implement({
  description: 'A view was older than it promises to be, for longer than a moment.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => String(id) }),
    consumer: t.exposeString('subject', { description: "The projection's name." }),
    objectiveMs: t.exposeInt('objectiveMs', { description: 'How old it may be, in milliseconds.' }),
    worstLagMs: t.exposeFloat('worstLagMs', { description: 'How old it was at worst, in milliseconds.' }),
    worstEvents: t.exposeInt('worstEvents', { description: 'The most events that it had yet to show.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', description: 'Since when it was late.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'Null while it lasts.' }),
  }),
});

const idOf = (cursor: string | undefined): number | undefined => {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new GraphQLError('A cursor of alerts is one that this API gave.', { extensions: { code: 'BAD_USER_INPUT' } });
};

builder.queryField('alerts', (t) =>
  t.connection(
    {
      type: AlertRef,
      description: 'Alerts, newest first; `open`: only those that last, or only those that are over.',
      args: { open: t.arg.boolean() },
      resolve: async (_root, { open, ...args }, { pool }) => {
        const wanted = open ?? undefined;
        const connection = await resolveCursorConnection(
          { args, defaultSize: 25, maxSize: 100, toCursor: ({ id }: AlertRow) => String(id) },
          ({ before, after, limit, inverted }: ResolveCursorConnectionArgs) =>
            findAlerts(pool, {
              open: wanted,
              below: idOf(after),
              above: idOf(before),
              limit,
              order: inverted ? 'oldest first' : 'newest first',
            }),
        );
        return { ...connection, open: wanted };
      },
    },
    {
      name: 'AlertConnection',
      fields: (f) => ({
        totalCount: f.int({ resolve: ({ open }, _args, { pool }) => countAlerts(pool, open) }),
      }),
    },
    { name: 'AlertEdge' },
  ),
);

const MOST = 100;
const idsOf = (alerts: readonly AlertRow[]) => alerts.map(({ id }) => id).join();

builder.subscriptionField('openAlerts', (t) =>
  t.field({
    type: [AlertRef],
    description: 'The alerts that last: now, and whenever one is opened or closed.',
    subscribe: (_root, _args, context) =>
      watched(
        context,
        () => findAlerts(context.pool, { open: true, limit: MOST, order: 'newest first' }),
        (a, b) => idsOf(a) === idsOf(b),
      ),
    resolve: (alerts) => [...alerts],
  }),
);
