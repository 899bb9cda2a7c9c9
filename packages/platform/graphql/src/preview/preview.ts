import type { Preview } from '@waybill/engine';
import { GraphQLError } from 'graphql';
import { createPast, type Past } from '../as-of/past.ts';
import { builder } from '../builder.ts';
import { CommandInput, requestOf } from '../command-input.ts';
import { PreviewedCommandRef } from './previewed-command.ts';
import { PreviewedEvent } from './previewed-event.ts';

/** Commands of one question; those that processes send in answer are not counted. */
const MOST = 20;
const REASON = 'This is how it would be. Send the commands to make it so.';

/** A preview, and its streams for whoever shows objects as they would be. */
export interface Previewed {
  readonly preview: Preview;
  readonly supposed: Past;
}

/** Contexts add their objects to it, as they would be. */
export const PreviewRef = builder.objectRef<Previewed>('Preview').implement({
  description: 'What would follow if some commands were sent now. Nothing of it is stored.',
  fields: (t) => ({
    commands: t.field({
      type: [PreviewedCommandRef],
      description:
        'The commands that were asked about and those that processes would send, in the order of their execution.',
      resolve: ({ preview }) => [...preview.commands],
    }),
    events: t.field({
      type: [PreviewedEvent],
      description: 'What would be recorded, in order.',
      resolve: ({ preview }) => [...preview.events],
    }),
    complete: t.boolean({
      description: 'False where they lead to more than is looked at.',
      resolve: ({ preview }) => preview.complete,
    }),
    settled: t.boolean({
      description: `False where a process has not handled yet what happened before: what it is about to do is not in the preview. Ask
again in a moment.`,
      resolve: ({ preview }) => preview.settled,
    }),
  }),
});

builder.queryField('preview', (t) =>
  t.field({
    type: PreviewRef,
    description: `What would follow if these commands were sent now, each after what the one before it led to: decided by the same
rules on the streams as they are, in memory. Nothing is stored. Numbers that would be drawn are placeholders; documents are
not rendered, nothing is sent, no time passes.`,
    args: { commands: t.arg({ type: [CommandInput], required: true, description: `${MOST} at most.` }) },
    resolve: async (_root, { commands }, context) => {
      if (commands.length > MOST)
        throw new GraphQLError(`A preview looks at ${MOST} commands at most: ask in several questions.`, {
          extensions: { code: 'BAD_USER_INPUT' },
        });
      const preview = await context.engine.preview(commands.map((command) => requestOf(command, context)));
      return {
        preview,
        supposed: createPast(
          (stream) => preview.history(stream),
          () => true,
          REASON,
        ),
      };
    },
  }),
);
