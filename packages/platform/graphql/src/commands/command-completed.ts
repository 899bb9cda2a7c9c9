import { isId } from '@waybill/kernel';
import { GraphQLError } from 'graphql';
import { Repeater } from 'graphql-yoga';
import { builder } from '../builder.ts';
import { commandById, type StoredCommand } from '../commands-by-id.ts';
import type { GraphContext } from '../context.ts';
import { Command } from './command.ts';
import { commandWatch } from './command-watch.ts';

/** The command, once it has its outcome; then nothing more. Ends with its subscriber, or with the process. */
const completion = (context: GraphContext, commandId: string): AsyncIterable<StoredCommand> =>
  new Repeater<StoredCommand>(async (push, stop) => {
    const gone = new AbortController();
    const leave = () => gone.abort();
    void stop.then(leave);
    context.stopping.addEventListener('abort', leave, { once: true });
    await commandWatch(context).completed(commandId, gone.signal);
    context.stopping.removeEventListener('abort', leave);
    const command = gone.signal.aborted ? undefined : await commandById(context, commandId);
    if (command) await push(command);
    stop();
  });

builder.subscriptionField('commandCompleted', (t) =>
  t.field({
    type: Command,
    description: `A command as soon as it has its outcome, queued or not; at once where it had it before. Then the stream ends.
An id that nobody has sent yet is waited for.`,
    args: { id: t.arg.id({ required: true }) },
    subscribe: (_root, { id }, context) => {
      if (isId(id)) return completion(context, id.toLowerCase());
      throw new GraphQLError('The id of a command is a UUID.', { extensions: { code: 'BAD_USER_INPUT' } });
    },
    resolve: (command) => command,
  }),
);
