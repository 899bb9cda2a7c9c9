import type { InputFieldMap } from '@pothos/core';
import {
  type Actor,
  type CommandDefinition,
  type CommandOutcome,
  type CommandRequest,
  engineRefusals,
} from '@waybill/engine';
import type { AnyRefusalDefinition, Refusal } from '@waybill/kernel';
import { builder } from './builder.ts';
import type { Accepted, PayloadRef } from './command-payload.ts';
import type { GraphContext } from './context.ts';

import { errorType, RefusedRef } from './errors.ts';
import { type Permission, PermissionMissing } from './permissions.ts';

type InputBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];
type Mutations = Parameters<Parameters<typeof builder.mutationField>[1]>[0];
type Input = Readonly<Record<string, unknown>>;

/** What a mutation may do once its command was accepted, before it answers: a wait, asked for by arguments of its own. */
export interface Afterwards {
  /** Arguments beside `input`. */
  readonly args: (t: Mutations) => InputFieldMap;
  /** The answer as it is then. */
  readonly wait: (accepted: Accepted, args: Input, context: GraphContext) => Promise<Accepted>;
}

export interface CommandMutation {
  readonly command: Pick<CommandDefinition, 'type'>;
  readonly description: string;
  /** The fields of its input, beside `commandId` and `expectedVersion`. */
  readonly input: (t: InputBuilder) => InputFieldMap;
  readonly payload: PayloadRef;
  /** What it takes to send this; left out, or null: everybody may. */
  readonly permission?: (input: Input) => Permission | null;
  /** The refusals it can end in, beside the engine's. */
  readonly errors: readonly AnyRefusalDefinition[];
  /** The command's data, where the input is not it already. */
  readonly toCommand?: (input: Input) => Input;
  /** The id of the object that the payload shows, where it is not the aggregate's. */
  readonly about?: (input: Input) => unknown;
  readonly afterwards?: Afterwards;
  /** False where there is no version a client could have seen. */
  readonly versioned?: boolean;
}

/** Names of a refusal's type, or `Refused` where the mutation has none for it. */
const typeNameOf = (refusal: Refusal, declared: ReadonlySet<string>): string =>
  declared.has(refusal.code) ? refusal.code : 'Refused';

/** What a client leaves out and what it sends as null are the same to a command. */
const given = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(entries.map(([name, field]) => [name, given(field)]));
};

/** A command as it can be queued: the mutation's input, and what it asks for. */
export interface QueueableCommand {
  readonly input: ReturnType<typeof builder.inputType>;
  readonly request: (input: object, actor: Actor) => CommandRequest;
  /** Why somebody with these permissions may not send it; undefined where they may. */
  readonly whyNot: (input: object, permissions: ReadonlySet<Permission>) => Refusal | undefined;
}
const commands = new Map<string, QueueableCommand>();
/** Every command that has a mutation, by the mutation's name. Complete once the schema is built. */
export const queueable = (): ReadonlyMap<string, QueueableCommand> => commands;

/**
 * A command as a mutation: its input type, its result (a union of the payload and every refusal it can end in) and its
 * resolver. A refusal is an answer, never a GraphQL error.
 */
export const commandMutation = (mutation: CommandMutation): void => {
  const { command, payload, errors } = mutation;
  const name = command.type.charAt(0).toLowerCase() + command.type.slice(1);
  const refusals = [...errors, ...(mutation.permission ? [PermissionMissing] : []), ...engineRefusals];
  const declared = new Set(refusals.map(({ code }) => code));

  const input = builder.inputType(`${command.type}Input`, {
    fields: (t) => ({
      commandId: t.id({
        description:
          'Your idempotency key (a UUID): the same one again gives the first answer. The server makes one if left out.',
      }),
      ...(mutation.versioned === false
        ? {}
        : {
            expectedVersion: t.int({
              description: 'The version you decided on; refused as VersionConflict where the aggregate has moved on.',
            }),
          }),
      ...mutation.input(t),
    }),
  });

  const request = (asked: object, actor: Actor): CommandRequest => {
    const { commandId, expectedVersion, occurredAt, ...fields } = given(asked) as Input;
    return {
      type: command.type,
      data: mutation.toCommand ? mutation.toCommand(fields) : fields,
      actor,
      ...(commandId === undefined ? {} : { commandId: String(commandId) }),
      ...(typeof expectedVersion === 'number' ? { expectedVersion } : {}),
      ...(occurredAt instanceof Date ? { occurredAt } : {}),
    };
  };

  const whyNot: QueueableCommand['whyNot'] = (asked, permissions) => {
    const permission = mutation.permission?.(given(asked) as Input) ?? null;
    return permission === null || permissions.has(permission) ? undefined : PermissionMissing({ permission });
  };

  const result = builder.unionType(`${command.type}Result`, {
    types: [payload, ...refusals.map(errorType), RefusedRef],
    resolveType: (value) => ('status' in value ? payload : typeNameOf(value, declared)),
  });

  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description: mutation.description,
      args: { ...mutation.afterwards?.args(t), input: t.arg({ type: input, required: true }) },
      resolve: async (_root, args, context): Promise<Accepted | Refusal> => {
        const objection = whyNot(args.input, context.permissions);
        if (objection) return objection;
        const outcome: CommandOutcome = await context.engine.execute(request(args.input, context.actor));
        if (outcome.status === 'rejected') return outcome.refusal;
        if (mutation.afterwards) return mutation.afterwards.wait(outcome, args, context);
        const about = mutation.about?.(given(args.input) as Input);
        return typeof about === 'string' ? { ...outcome, about } : outcome;
      },
    }),
  );
  commands.set(name, { input, request, whyNot });
};
