import { IdempotencyConflict, InvalidInput } from '@waybill/engine';
import { newId, type Refusal } from '@waybill/kernel';
import { builder } from '../builder.ts';
import { CommandInput, requestOf } from '../command-input.ts';
import { commandById } from '../commands-by-id.ts';
import { errorType, RefusedRef } from '../errors.ts';
import { Command } from './command.ts';
import { batchById, CommandBatch } from './command-batch.ts';

/** Commands of one call; a longer list is sent in several. */
const MOST = 1_000;
const PRIORITIES = 100;

const QueueCommandsInput = builder.inputType('QueueCommandsInput', {
  fields: (t) => ({
    commands: t.field({
      type: [CommandInput],
      required: true,
      description: `In the order in which those for one aggregate are executed; ${MOST} at most.`,
    }),
    notBefore: t.field({
      type: 'DateTime',
      description: 'They are not executed before; left out: as soon as possible.',
    }),
    priority: t.int({
      description: `Higher goes first, from -${PRIORITIES} to ${PRIORITIES}; 0 if left out.`,
    }),
    batchId: t.id({
      description: `Your idempotency key (a UUID) for the whole call: sent again, nothing is queued twice, whether or not its
commands have a \`commandId\` of their own. The server makes one if left out.`,
    }),
  }),
});

interface Queued {
  readonly batchId: string;
  readonly commandIds: readonly string[];
  readonly duplicates: number;
}
const QueueCommandsPayload = builder.objectRef<Queued>('QueueCommandsPayload').implement({
  fields: (t) => ({
    batch: t.field({
      type: CommandBatch,
      nullable: true,
      description: 'Null where all of them stood in the queue before, in other batches.',
      resolve: async ({ batchId }, _args, context) => (await batchById(context, batchId)) ?? null,
    }),
    commands: t.field({
      type: [Command],
      description: "In the input's order.",
      resolve: async ({ commandIds }, _args, context) => {
        const found = await Promise.all(commandIds.map((id) => commandById(context, id)));
        return found.filter((command) => command !== undefined);
      },
    }),
    duplicates: t.exposeInt('duplicates', { description: 'Of them, how many stood in the queue before this call.' }),
  }),
});

const QueueCommandsResult = builder.unionType('QueueCommandsResult', {
  types: [QueueCommandsPayload, errorType(InvalidInput), errorType(IdempotencyConflict), RefusedRef],
  resolveType: (value) => {
    if ('batchId' in value) return QueueCommandsPayload;
    return [InvalidInput.code, IdempotencyConflict.code].find((code) => code === value.code) ?? RefusedRef;
  },
});

type Wanted = Readonly<Record<string, unknown>>;
const nameOf = (wanted: Wanted | undefined): string => Object.keys(wanted ?? {})[0] ?? '';

const faultOf = ({ commands, priority }: { commands: readonly Wanted[]; priority?: number | null | undefined }) => {
  if (commands.length === 0) return InvalidInput({ path: 'commands', reason: 'there is none' });
  if (commands.length > MOST)
    return InvalidInput({ path: 'commands', reason: `there are more than ${MOST}; send them in several calls` });
  if (Math.abs(priority ?? 0) > PRIORITIES)
    return InvalidInput({ path: 'priority', reason: `it lies between -${PRIORITIES} and ${PRIORITIES}` });
  return undefined;
};

/** The engine names a command by its number: the client finds its field by the mutation's name too. */
const inInput = (refusal: Refusal, commands: readonly Wanted[]): Refusal => {
  const [index, field] = String(refusal.details.path ?? '').split('.');
  if (refusal.code !== InvalidInput.code || field === undefined) return refusal;
  const path = `commands.${index}.${nameOf(commands[Number(index)])}.${field}`;
  return InvalidInput({ path, reason: String(refusal.details.reason) });
};

builder.mutationField('queueCommands', (t) =>
  t.field({
    type: QueueCommandsResult,
    description: `Queues commands, all or none, instead of waiting for their answers: for bulk work, and for later. Each is then
executed as if it had been sent alone, with the same outcome; follow it by \`command(id)\`, \`commandBatch(id)\` or
\`commandCompleted(id)\`.`,
    args: { input: t.arg({ type: QueueCommandsInput, required: true }) },
    resolve: async (_root, { input }, context): Promise<Queued | Refusal> => {
      const commands: readonly Wanted[] = input.commands;
      const fault = faultOf({ commands, priority: input.priority });
      if (fault) return fault;
      const batchId = (input.batchId ?? newId()).toLowerCase();
      const { notBefore, priority } = input;
      const answer = await context.engine.enqueue(
        commands.map((wanted) => requestOf(wanted, context)),
        { batchId, ...(notBefore ? { notBefore } : {}), priority: priority ?? 0 },
      );
      if (answer.kind === 'refused') return inInput(answer.refusal, commands);
      const duplicates = answer.commands.filter(({ duplicate }) => duplicate).length;
      return { batchId, commandIds: answer.commands.map(({ commandId }) => commandId), duplicates };
    },
  }),
);
