import { GraphQLError } from 'graphql';
import { builder } from '../builder.ts';
import type { GraphContext } from '../context.ts';
import { type PageArgs, pageSizeOf } from '../page-args.ts';
import { Command } from './command.ts';
import { type CommandFilter, CommandFilterInput, commandFilterOf } from './command-filter.ts';
import { findCommands, type Place } from './find-commands.ts';

const cursorOf = ({ at, id }: Place): string => `${at}_${id}`;
const placeOf = (cursor: string | null | undefined): Place | null => {
  if (cursor == null) return null;
  const [, at, id] = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  if (at !== undefined && id !== undefined) return { at: Number(at), id };
  throw new GraphQLError('A cursor of commands is one that this API gave.', { extensions: { code: 'BAD_USER_INPUT' } });
};

/** Newest first: `after` goes back in time, `before` (with `last`) is what came since. One more says if there are any. */
const pageOf = async ({ pool }: GraphContext, filter: CommandFilter, args: PageArgs) => {
  const newestFirst = args.last == null;
  const size = pageSizeOf(args);
  const { commands, searchedTo } = await findCommands(pool, filter, {
    newerThan: placeOf(args.before),
    olderThan: placeOf(args.after),
    newestFirst,
    limit: size + 1,
  });
  const shown = commands.slice(0, size);
  if (!newestFirst) shown.reverse();
  const more = commands.length > size || searchedTo !== null;
  const edges = shown.map((node) => ({ cursor: cursorOf(node.place), node }));
  const edge = searchedTo && cursorOf(searchedTo);
  return {
    edges,
    pageInfo: {
      hasNextPage: newestFirst ? more : args.before != null,
      hasPreviousPage: newestFirst ? args.after != null : more,
      startCursor: (newestFirst ? null : edge) ?? edges[0]?.cursor ?? null,
      endCursor: (newestFirst ? edge : null) ?? edges.at(-1)?.cursor ?? null,
    },
    searchedTo: searchedTo && new Date(searchedTo.at),
  };
};

builder.queryField('commands', (t) =>
  t.connection(
    {
      type: Command,
      description: `Every command, accepted, refused or waiting, newest first; \`before\` the first cursor (with \`last\`) are
those that came since. Times, batches, and those that wait, were refused or failed are found by index; what else is asked
for is looked for among these.`,
      args: { filter: t.arg({ type: CommandFilterInput }) },
      resolve: (_root, { filter, ...args }, context) => pageOf(context, commandFilterOf(filter), args),
    },
    {
      name: 'CommandConnection',
      fields: (c) => ({
        searchedTo: c.field({
          type: 'DateTime',
          nullable: true,
          description: `Where this page stopped searching, because it had looked at enough commands; the next page goes on from
there. Null where nothing that matches was left out.`,
          resolve: (page) => page.searchedTo,
        }),
      }),
    },
    { name: 'CommandEdge' },
  ),
);
