import { CommandNotQueued } from '@waybill/engine';
import { isId, type Refusal } from '@waybill/kernel';
import { builder } from '../builder.ts';
import { commandById } from '../commands-by-id.ts';
import type { GraphContext } from '../context.ts';
import { errorType } from '../errors.ts';
import { Command } from './command.ts';

/** A mutation of one queued command, by its id: `<name>(input: { commandId })`. */
const changeQueued = (
  name: string,
  description: string,
  change: (context: GraphContext, commandId: string) => Promise<Refusal | undefined>,
) => {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const input = builder.inputType(`${type}Input`, { fields: (t) => ({ commandId: t.id({ required: true }) }) });
  const payload = builder.objectRef<{ readonly commandId: string }>(`${type}Payload`).implement({
    fields: (t) => ({
      command: t.field({
        type: Command,
        nullable: true,
        resolve: async ({ commandId }, _args, context) => (await commandById(context, commandId)) ?? null,
      }),
    }),
  });
  const result = builder.unionType(`${type}Result`, {
    types: [payload, errorType(CommandNotQueued)],
    resolveType: (value) => ('code' in value ? CommandNotQueued.code : payload),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description,
      args: { input: t.arg({ type: input, required: true }) },
      resolve: async (_root, args, context): Promise<Refusal | { commandId: string }> => {
        const commandId = args.input.commandId.toLowerCase();
        if (!isId(commandId)) return CommandNotQueued({ commandId, status: 'unknown' });
        return (await change(context, commandId)) ?? { commandId };
      },
    }),
  );
};

changeQueued(
  'cancelQueuedCommand',
  'Keeps a queued command from ever being executed. Its outcome says who did it.',
  ({ engine, actor }, commandId) => engine.cancelQueued(commandId, actor),
);
changeQueued(
  'retryQueuedCommand',
  'Tries a queued command again that had failed and was given up.',
  ({ engine }, commandId) => engine.retryQueued(commandId),
);
