import type { ProjectionState } from '@waybill/engine';
import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { ProjectionRef, readProjection } from './projections.ts';

const refused = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

const current = async (context: GraphContext, name: string): Promise<ProjectionState> => {
  const found = await readProjection(context, name);
  if (!found) throw refused(`There is no projection '${name}': choose one of the query 'projections'.`);
  return found;
};

builder.mutationField('rebuildProjection', (t) =>
  t.field({
    type: ProjectionRef,
    description:
      'Fills new rows beside the live ones, compares the two, and swaps them. Where a rebuild is under way, that one goes on. Only its rows are touched: a rebuild sends nothing and answers nothing.',
    args: {
      name: t.arg.string({ required: true }),
      acceptDifferences: t.arg.boolean({
        defaultValue: false,
        description: 'Differences are reported, and the new rows go live all the same.',
      }),
    },
    resolve: async (_root, { name, acceptDifferences }, context) => {
      await context.engine.rebuilds.start(name, context.actor, { acceptDifferences: acceptDifferences ?? false });
      return current(context, name);
    },
  }),
);

builder.mutationField('cancelRebuild', (t) =>
  t.field({
    type: ProjectionRef,
    description: 'Gives up the rebuild under way, or the one that was blocked. The live rows stay.',
    args: { name: t.arg.string({ required: true }) },
    resolve: async (_root, { name }, context) => {
      const cancelled = await context.engine.rebuilds.cancel(name);
      const state = await current(context, name);
      if (cancelled) return state;
      throw refused(
        state.rebuild
          ? `These are the first rows of version ${state.version} of ${name}: without them it has none, so let them be finished.`
          : `No rebuild of ${name} is under way.`,
      );
    },
  }),
);
